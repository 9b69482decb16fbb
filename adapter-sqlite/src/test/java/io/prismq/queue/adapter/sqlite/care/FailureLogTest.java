package io.prismq.queue.adapter.sqlite.care;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.mockito.Mockito.mock;

import io.prismq.queue.adapter.sqlite.LogLines;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

class FailureLogTest {
    @Test
    void leavesOutWhatTheLogHasNoMemoryFor() {
        Logger full = mock(Logger.class, call -> {
            throw new OutOfMemoryError("as the test wants it");
        });

        assertThatCode(() -> new FailureLog(full, Level.WARN, "it went wrong").add(new IllegalStateException()))
                .doesNotThrowAnyException();
    }

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
