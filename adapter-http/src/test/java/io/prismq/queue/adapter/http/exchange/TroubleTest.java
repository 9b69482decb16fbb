package io.prismq.queue.adapter.http.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.prismq.queue.domain.port.StoreFullException;
import io.prismq.queue.domain.port.StoreReadOnlyException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

class TroubleTest {
    private long nanos = -5;
    private final Logger logger = (Logger) LoggerFactory.getLogger(TroubleTest.class);
    private final ListAppender<ILoggingEvent> lines = new ListAppender<>();
    private final Trouble trouble = new Trouble(logger, () -> nanos);

    @BeforeEach
    void listen() {
        lines.start();
        logger.addAppender(lines);
    }

    @AfterEach
    void close() {
        logger.detachAppender(lines);
    }

    @Test
    void isToldOnceAMinuteHoweverOftenItComes() {
        for (int request = 0; request < 1000; request++) {
            trouble.tell("The store failed", new StoreFullException("full"));
        }
        assertThat(lines()).containsExactly("The store failed: full");

        nanos += Duration.ofMinutes(1).toNanos();
        trouble.tell("The store failed", new StoreFullException("full"));

        assertThat(lines())
                .containsExactly(
                        "The store failed: full", "The store failed (999 times more since the last line): full");
    }

    @Test
    void isToldAtOnceWhereItIsOfAnotherKind() {
        trouble.tell("The store failed", new StoreFullException("full"));
        trouble.tell("The store failed", new StoreReadOnlyException("gone"));

        assertThat(lines()).containsExactly("The store failed: full", "The store failed: gone");
    }

    private List<String> lines() {
        return lines.list.stream().map(ILoggingEvent::getFormattedMessage).toList();
    }
}
