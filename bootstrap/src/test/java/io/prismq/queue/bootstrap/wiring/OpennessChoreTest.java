package io.prismq.queue.bootstrap.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

class OpennessChoreTest {
    @Test
    void warnsEachMinute() {
        ListAppender<ILoggingEvent> written = new ListAppender<>();
        Logger logger = (Logger) LoggerFactory.getLogger(OpennessChore.class);
        written.start();
        logger.addAppender(written);

        Duration pause = new OpennessChore("0.0.0.0").runOnce();

        logger.detachAppender(written);
        assertThat(pause).isEqualTo(Duration.ofMinutes(1));
        assertThat(written.list).singleElement().satisfies(line -> {
            assertThat(line.getLevel()).isEqualTo(Level.WARN);
            assertThat(line.getFormattedMessage()).startsWith("everybody who can reach 0.0.0.0 may do everything");
        });
    }
}
