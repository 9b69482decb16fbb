package io.prismq.queue.bootstrap.health;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class UpkeepReadinessTest {
    @Test
    void hasNoReasonWhereTheUpkeepWentRoundLately() {
        assertThat(new UpkeepReadiness(() -> UpkeepReadiness.PATIENCE.minusNanos(1)).get())
                .isEmpty();
    }

    @Test
    void saysForHowLongTheUpkeepHasStoodStill() {
        assertThat(new UpkeepReadiness(() -> Duration.ofSeconds(75)).get())
                .containsExactly("The upkeep has stood still for 75 seconds: no task is moved whose time has come.");
    }
}
