package io.prismq.queue.domain.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.prismq.queue.domain.task.Refusal;
import io.prismq.queue.domain.task.TaskStatus;
import io.prismq.queue.domain.task.Transition;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FixturesTest {
    @Nested
    class TheClock {
        @Test
        void standsUntilItIsMoved() {
            SettableClock clock = new SettableClock();

            assertThat(clock.now()).isEqualTo(Tasks.NOW).isEqualTo(clock.now());
            assertThat(clock.advance(Duration.ofSeconds(-1)))
                    .isEqualTo(Tasks.NOW.minusSeconds(1))
                    .isEqualTo(clock.now());
        }

        @Test
        void tellsWholeMillisecondsHoweverItIsSet() {
            Instant nanos = Tasks.NOW.plusNanos(1_999_999);
            SettableClock clock = new SettableClock(nanos);
            assertThat(clock.now()).isEqualTo(Tasks.NOW.plusMillis(1));

            clock.set(nanos.plusSeconds(1));
            assertThat(clock.now()).isEqualTo(Tasks.NOW.plusMillis(1001));

            assertThat(clock.advance(Duration.ofNanos(1))).isEqualTo(Tasks.NOW.plusMillis(1001));
        }
    }

    @Nested
    class Chance {
        @Test
        void repeatsItselfWithTheSameSeed() {
            SeededRandomness one = new SeededRandomness(7);
            SeededRandomness two = new SeededRandomness(7);

            assertThat(one.leaseToken()).isEqualTo(two.leaseToken()).isNotEqualTo(one.leaseToken());
            assertThat(two.leaseToken()).isNotNull();
            assertThat(one.fraction()).isEqualTo(two.fraction()).isBetween(0.0, 1.0);
        }
    }

    @Nested
    class ATask {
        @ParameterizedTest
        @EnumSource(TaskStatus.class)
        void comesInEveryStatus(TaskStatus status) {
            assertThat(Tasks.in(status).status()).isEqualTo(status);
        }

        @Test
        void thatCannotMoveFailsTheTest() {
            assertThatExceptionOfType(AssertionError.class)
                    .isThrownBy(() -> Tasks.moved(new Transition.Refused(Refusal.TOO_EARLY)))
                    .withMessageContaining("TOO_EARLY");
        }
    }
}
