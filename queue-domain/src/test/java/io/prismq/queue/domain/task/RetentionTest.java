package io.prismq.queue.domain.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RetentionTest {
    private static final Duration DAY = Duration.ofDays(1);

    @Test
    void tellsHowLongATaskIsKeptByItsEnd() {
        Retention retention = new Retention(DAY, DAY.multipliedBy(2), DAY.multipliedBy(3));

        assertThat(retention.of(TaskStatus.COMPLETED)).isEqualTo(DAY);
        assertThat(retention.of(TaskStatus.FAILED)).isEqualTo(DAY.multipliedBy(2));
        assertThat(retention.of(TaskStatus.CANCELLED)).isEqualTo(DAY.multipliedBy(3));
    }

    @ParameterizedTest
    @EnumSource(
            value = TaskStatus.class,
            names = {"SCHEDULED", "QUEUED", "PROCESSING"})
    void knowsNothingOfTasksThatHaveNotEnded(TaskStatus status) {
        assertThatIllegalArgumentException().isThrownBy(() -> Retention.DEFAULT.of(status));
    }

    @Test
    void isNeverNegative() {
        Duration negative = Duration.ofMillis(-1);
        assertThatIllegalArgumentException().isThrownBy(() -> new Retention(negative, DAY, DAY));
        assertThatIllegalArgumentException().isThrownBy(() -> new Retention(DAY, negative, DAY));
        assertThatIllegalArgumentException().isThrownBy(() -> new Retention(DAY, DAY, negative));
    }
}
