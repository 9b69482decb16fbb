package io.prismq.queue.application;

import static io.prismq.queue.application.TestQueue.HASTY;
import static io.prismq.queue.application.TestQueue.HASTY_POLICY;
import static io.prismq.queue.application.TestQueue.POLICIES;
import static io.prismq.queue.application.TestQueue.done;
import static io.prismq.queue.domain.testing.Tasks.BY;
import static io.prismq.queue.domain.testing.Tasks.NOW;
import static io.prismq.queue.domain.testing.Tasks.aTask;
import static org.assertj.core.api.Assertions.assertThat;

import io.prismq.queue.domain.task.TaskStatus;
import io.prismq.queue.domain.task.TaskType;
import io.prismq.queue.domain.task.TaskTypePolicy;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class TaskTypesTest {
    private static final TaskType EMAIL = new TaskType("email");
    private static final TaskType ZEBRA = new TaskType("zebra");

    private final TestQueue queue = new TestQueue();
    private final TaskTypes types = new TaskTypes(queue.store, POLICIES, queue.clock);

    @Test
    void areThoseWithTasksWithAPolicyAndThosePaused() {
        queue.insert(aTask().type("email"));
        done(types.pause(ZEBRA, BY));

        assertThat(types.all()).extracting(TypeStatus::type).containsExactly(EMAIL, HASTY, ZEBRA);
        assertThat(types.all())
                .extracting(TypeStatus::policy)
                .containsExactly(TaskTypePolicy.DEFAULT, HASTY_POLICY, TaskTypePolicy.DEFAULT);
    }

    @Test
    void tellHowTheirTasksStand() {
        queue.insert(aTask().type("email"));
        queue.clock.advance(Duration.ofMinutes(3));
        queue.insert(aTask().type("email"));
        queue.insert(aTask().type("email").delay(Duration.ofHours(1)));

        TypeStatus email = only(types.all(), EMAIL);

        assertThat(email.counts()).hasSize(TaskStatus.values().length);
        assertThat(email.counts()).containsEntry(TaskStatus.QUEUED, 2L).containsEntry(TaskStatus.SCHEDULED, 1L);
        assertThat(email.counts()).containsEntry(TaskStatus.FAILED, 0L);
        assertThat(email.oldestQueuedAge()).contains(Duration.ofMinutes(3));
        assertThat(email.pausedSince()).isEmpty();
    }

    @Test
    void areNeverYoungerThanNew() {
        queue.insert(aTask().type("email"));
        queue.clock.set(NOW.minusSeconds(60));

        assertThat(only(types.all(), EMAIL).oldestQueuedAge()).contains(Duration.ZERO);
    }

    @Test
    void arePausedAndResumed() {
        assertThat(done(types.pause(EMAIL, BY))).isTrue();
        assertThat(done(types.pause(EMAIL, BY))).isFalse();
        assertThat(only(types.all(), EMAIL).pausedSince()).contains(queue.clock.now());

        assertThat(done(types.resume(EMAIL, BY))).isTrue();
        assertThat(done(types.resume(EMAIL, BY))).isFalse();
        assertThat(types.all()).extracting(TypeStatus::type).containsExactly(HASTY);
    }

    private static TypeStatus only(List<TypeStatus> all, TaskType type) {
        return all.stream()
                .filter(status -> status.type().equals(type))
                .findFirst()
                .orElseThrow();
    }
}
