package io.prismq.queue.bootstrap.health;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

class ToldReadinessTest {
    private final ListAppender<ILoggingEvent> written = new ListAppender<>();
    private final Logger logger = (Logger) LoggerFactory.getLogger(ToldReadiness.class);
    private List<String> reasons = List.of();
    private final ToldReadiness readiness = new ToldReadiness(() -> reasons);

    @BeforeEach
    void read() {
        written.start();
        logger.addAppender(written);
    }

    @AfterEach
    void stop() {
        logger.detachAppender(written);
    }

    @Test
    void saysNothingWhereNothingChanges() {
        readiness.get();
        readiness.get();

        assertThat(written.list).isEmpty();
    }

    @Test
    void saysOnceThatItTurnedNotReadyAndWhyAndOnceThatItIsBack() {
        reasons = List.of("The disk has 5 bytes left.");
        assertThat(readiness.get()).isEqualTo(reasons);
        reasons = List.of("The disk has 4 bytes left.");
        readiness.get();
        reasons = List.of();
        readiness.get();
        readiness.get();

        assertThat(written.list)
                .extracting(event -> event.getLevel() + " " + event.getFormattedMessage())
                .containsExactly("WARN not ready: The disk has 5 bytes left.", "INFO ready again");
    }
}
