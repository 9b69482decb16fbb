package io.prismq.queue.adapter.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.prismq.queue.domain.task.Capabilities;
import io.prismq.queue.domain.testing.Tasks;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class WorkerSettingsTest {
    private static final Duration SECOND = Duration.ofSeconds(1);

    @Test
    void a_worker_has_a_slot() {
        assertThatIllegalArgumentException().isThrownBy(() -> WorkerSettings.of(Tasks.WORKER, 0));
        assertThat(WorkerSettings.of(Tasks.WORKER, 1).slots()).isEqualTo(Slots.of(1));
    }

    @Test
    void times_are_positive() {
        assertThatIllegalArgumentException().isThrownBy(() -> settings(Duration.ZERO, SECOND));
        assertThatIllegalArgumentException().isThrownBy(() -> settings(SECOND, SECOND.negated()));
    }

    @Test
    void a_type_has_a_slot() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Slots(2, Map.of(Tasks.TYPE, 0), 0))
                .withMessage("a type has at least one slot, and email not 0");
    }

    @Test
    void a_prefetch_is_not_negative() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Slots(1, Map.of(), -1));
    }

    private static WorkerSettings settings(Duration leaseLength, Duration pollInterval) {
        return new WorkerSettings(
                Tasks.WORKER,
                Slots.of(1),
                Capabilities.NONE,
                Optional.of(leaseLength),
                pollInterval,
                ThreadKind.PLATFORM);
    }
}
