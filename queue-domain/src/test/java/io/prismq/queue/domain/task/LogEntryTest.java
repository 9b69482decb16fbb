package io.prismq.queue.domain.task;

import static io.prismq.queue.domain.testing.Tasks.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LogEntryTest {
    private static final String ROCKET = "\ud83d\ude80";

    @Nested
    class AMessage {
        @ParameterizedTest
        @ValueSource(strings = {"x", "\u0080", "\u07ff", "\u0800", "\uffff", ROCKET})
        void isKeptUpTo8KibOfUtf8AndCutBehind(String character) {
            int bytes = character.getBytes(StandardCharsets.UTF_8).length;
            String longest = character.repeat(8192 / bytes);

            assertThat(message(longest)).isEqualTo(longest);
            assertThat(message(longest + character)).isEqualTo(longest);
        }

        @Test
        void isNotCutInTheMiddleOfACharacter() {
            assertThat(message("x".repeat(8191) + "\u00fc")).isEqualTo("x".repeat(8191));
            assertThat(message("x".repeat(8189) + ROCKET)).isEqualTo("x".repeat(8189));
            assertThat(message("x".repeat(8188) + ROCKET + "y")).isEqualTo("x".repeat(8188) + ROCKET);
        }

        @Test
        void isMeasuredToItsEndAlone() {
            assertThat(message("x".repeat(1 << 20))).isEqualTo("x".repeat(8192));
            assertThat(message("")).isEmpty();
        }

        private static String message(String text) {
            return LogEntry.of(NOW, LogLevel.INFO, text).message();
        }
    }

    @Nested
    class Details {
        @Test
        void areAJsonTextOfAtMost64KibOfUtf8() {
            String largest = "\u00fc".repeat(32 << 10);

            assertThat(details(largest).details()).isEqualTo(largest);
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> details(largest + "x"))
                    .withMessageContaining("details")
                    .withMessageContaining("65536");
        }

        @Test
        void areNeverEmpty() {
            assertThatIllegalArgumentException().isThrownBy(() -> details("")).withMessageContaining("details");
        }

        @Test
        void mayBeMissing() {
            assertThat(LogEntry.of(NOW, LogLevel.WARN, "late"))
                    .isEqualTo(new LogEntry(NOW, LogLevel.WARN, "late", null));
        }

        private static LogEntry details(String json) {
            return new LogEntry(NOW, LogLevel.ERROR, "failed", json);
        }
    }

    @Test
    void hasLevelsWithWords() {
        assertThat(LogLevel.values()).extracting(LogLevel::word).containsExactly("debug", "info", "warn", "error");
    }
}
