package io.prismq.queue.adapter.worker.loop;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import io.prismq.queue.adapter.worker.LogLines;
import io.prismq.queue.domain.port.StoreFullException;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

class TroubleTest {
    private final Trouble trouble = new Trouble(LoggerFactory.getLogger(TroubleTest.class));

    @Test
    void is_told_once_a_spell() {
        try (LogLines log = new LogLines(TroubleTest.class)) {
            fail();
            fail();
            trouble.over();
            trouble.over();
            fail();

            assertThat(log.at(Level.WARN))
                    .hasSize(2)
                    .allSatisfy(line ->
                            assertThat(line).startsWith("cannot save the day").endsWith("no room"));
            assertThat(log.at(Level.INFO)).containsExactly("the store answers again");
        }
    }

    @Test
    void is_none_for_a_thread_that_is_told_to_end() {
        try (LogLines log = new LogLines(TroubleTest.class)) {
            Thread.currentThread().interrupt();
            fail();

            assertThat(Thread.interrupted()).isTrue();
            assertThat(log.at(Level.WARN)).isEmpty();
        }
    }

    private void fail() {
        trouble.met("save the day", new StoreFullException("no room"));
    }
}
