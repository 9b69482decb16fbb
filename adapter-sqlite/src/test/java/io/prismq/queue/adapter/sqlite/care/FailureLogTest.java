package io.prismq.queue.adapter.sqlite.care;

import static org.assertj.core.api.Assertions.assertThat;

import io.prismq.queue.adapter.sqlite.LogLines;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

class FailureLogTest {
    @Test
    void countsNothingThatHappenedOnce() {
        try (LogLines lines = new LogLines(FailureLogTest.class)) {
            FailureLog failures =
                    new FailureLog(LoggerFactory.getLogger(FailureLogTest.class), Level.WARN, "it went wrong");
            failures.add(new IllegalStateException());
            failures.add(new IllegalStateException());

            assertThat(lines.warnings()).containsExactly("it went wrong");
        }
    }
}
