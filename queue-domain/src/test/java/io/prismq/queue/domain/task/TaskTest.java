package io.prismq.queue.domain.task;

import static io.prismq.queue.domain.testing.Tasks.LEASE;
import static io.prismq.queue.domain.testing.Tasks.NOW;
import static io.prismq.queue.domain.testing.Tasks.TOKEN;
import static io.prismq.queue.domain.testing.Tasks.WORKER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.prismq.queue.domain.testing.Tasks;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class TaskTest {
    @Test
    void hasALeaseExactlyWhileItIsProcessing() {
        Lease lease = new Lease(WORKER, TOKEN, LEASE, NOW.plus(LEASE), NOW.plus(LEASE), null);

        assertThat(task(TaskStatus.PROCESSING, lease).lease()).isEqualTo(lease);
        assertThatIllegalArgumentException().isThrownBy(() -> task(TaskStatus.PROCESSING, null));
        assertThatIllegalArgumentException().isThrownBy(() -> task(TaskStatus.QUEUED, lease));
    }

    @Test
    void isOneVersionHigherWhenItIsSaved() {
        Task task = Tasks.in(TaskStatus.PROCESSING);

        Task saved = task.saved();

        assertThat(saved.version()).isEqualTo(task.version() + 1);
        assertThat(saved).usingRecursiveComparison().ignoringFields("version").isEqualTo(task);
    }

    @Test
    void readsItsStatusAndFailureAsWords() {
        assertThat(Stream.of(TaskStatus.values()).map(TaskStatus::word))
                .containsExactly("scheduled", "queued", "processing", "completed", "failed", "cancelled");
        assertThat(Stream.of(FailureKind.values()).map(FailureKind::word))
                .containsExactly("error", "rejected", "timeout", "lease_expired", "expired");
    }

    @Test
    void isCountedByStatusAndInAll() {
        TaskCounts counts = new TaskCounts(List.of(
                new TaskCounts.Cell(new TaskType("a"), TaskStatus.QUEUED, 2),
                new TaskCounts.Cell(new TaskType("b"), TaskStatus.QUEUED, 3),
                new TaskCounts.Cell(new TaskType("a"), TaskStatus.FAILED, 4)));

        assertThat(counts.of(TaskStatus.QUEUED)).isEqualTo(5);
        assertThat(counts.of(TaskStatus.CANCELLED)).isZero();
        assertThat(counts.total()).isEqualTo(9);
    }

    @Test
    void isHeldByALeaseOfSomeLengthThatEndsWithTheAttempt() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Lease(WORKER, TOKEN, Duration.ZERO, NOW, NOW, null));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Lease(WORKER, TOKEN, Duration.ofMillis(-1), NOW, NOW, null));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Lease(WORKER, TOKEN, LEASE, NOW.plusMillis(1), NOW, null));
    }

    private static Task task(TaskStatus status, @Nullable Lease lease) {
        TaskSpec spec = new TaskSpec(Tasks.TYPE, Compatibility.NONE, Priority.DEFAULT, 5, null, null);
        return new Task(new TaskId(1), spec, status, 0, 0, 0, NOW, NOW, null, null, null, lease, null, null);
    }

    @Test
    void knowsNoTimesFinerThanTheStoreKeeps() {
        Instant fine = Tasks.NOW.plusNanos(1_999_999);
        Instant kept = Tasks.NOW.plusMillis(1);

        Task task = new NewTask(Tasks.aTask().build().spec(), Payload.EMPTY, fine, fine, fine).withId(new TaskId(1));

        assertThat(task.createdAt()).isEqualTo(kept);
        assertThat(task.runAfter()).isEqualTo(kept);
        assertThat(task.expiresAt()).isEqualTo(kept);
        assertThat(new NewTask(task.spec(), Payload.EMPTY, fine, fine, null).expiresAt())
                .isNull();
    }
}
