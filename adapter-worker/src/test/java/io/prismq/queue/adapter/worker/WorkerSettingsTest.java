package io.prismq.queue.adapter.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.prismq.queue.domain.task.Capabilities;
import io.prismq.queue.domain.testing.Tasks;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class WorkerSettingsTest {
    private static final Duration SECOND = Duration.ofSeconds(1);

    @Test
    void a_worker_has_a_slot() {
        assertThatIllegalArgumentException().isThrownBy(() -> WorkerSettings.of(Tasks.WORKER, 0));
        assertThat(WorkerSettings.of(Tasks.WORKER, 1).slots()).isEqualTo(1);
    }

    @Test
    void times_are_positive() {
        assertThatIllegalArgumentException().isThrownBy(() -> settings(Duration.ZERO, SECOND));
        assertThatIllegalArgumentException().isThrownBy(() -> settings(SECOND, SECOND.negated()));
    }

    @Test
    void a_lease_is_renewed_after_a_third_of_it() {
        assertThat(settings(Duration.ofSeconds(6), SECOND).renewalInterval()).isEqualTo(Duration.ofSeconds(2));
    }

    private static WorkerSettings settings(Duration leaseLength, Duration pollInterval) {
        return new WorkerSettings(Tasks.WORKER, 1, Capabilities.NONE, leaseLength, pollInterval);
    }
}
