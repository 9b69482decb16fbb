package io.prismq.queue.domain.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NumberBoundsTest {
    @Nested
    class ATaskId {
        @ParameterizedTest
        @ValueSource(longs = {1, 9_007_199_254_740_991L})
        void isANumberThatEveryJsonReaderKeeps(long value) {
            assertThat(new TaskId(value)).hasToString(Long.toString(value));
        }

        @ParameterizedTest
        @ValueSource(longs = {Long.MIN_VALUE, -1, 0, 9_007_199_254_740_992L})
        void isNothingElse(long value) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new TaskId(value))
                    .withMessageContaining(Long.toString(value));
        }

        @Test
        void isOrderedByItsNumber() {
            assertThat(new TaskId(9)).isLessThan(new TaskId(10));
        }
    }

    @Nested
    class APriority {
        @ParameterizedTest
        @ValueSource(ints = {1, 1000})
        void isBetween1And1000(int value) {
            assertThat(new Priority(value).value()).isEqualTo(value);
        }

        @ParameterizedTest
        @ValueSource(ints = {-1, 0, 1001})
        void isNothingElse(int value) {
            assertThatIllegalArgumentException().isThrownBy(() -> new Priority(value));
        }

        @Test
        void is100WhereNobodySays() {
            assertThat(Priority.DEFAULT).isEqualTo(new Priority(100));
        }
    }

    @Nested
    class AProgress {
        @ParameterizedTest
        @ValueSource(ints = {0, 100})
        void isBetween0And100Percent(int percent) {
            assertThat(new Progress(percent, "").percent()).isEqualTo(percent);
        }

        @ParameterizedTest
        @ValueSource(ints = {-1, 101})
        void isNothingElse(int percent) {
            assertThatIllegalArgumentException().isThrownBy(() -> new Progress(percent, ""));
        }
    }

    @Nested
    class TheAttemptsOfATask {
        @ParameterizedTest
        @ValueSource(ints = {1, 100})
        void areBetween1And100(int maxAttempts) {
            assertThat(spec(maxAttempts).maxAttempts()).isEqualTo(maxAttempts);
        }

        @ParameterizedTest
        @ValueSource(ints = {0, 101})
        void areNothingElse(int maxAttempts) {
            assertThatIllegalArgumentException().isThrownBy(() -> spec(maxAttempts));
        }

        private static TaskSpec spec(int maxAttempts) {
            return new TaskSpec(new TaskType("a"), Compatibility.NONE, Priority.DEFAULT, maxAttempts, null, null);
        }
    }
}
