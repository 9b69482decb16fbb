package io.prismq.queue.application;

import static io.prismq.queue.domain.testing.Tasks.BY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.prismq.queue.domain.port.StoreFill;
import io.prismq.queue.domain.task.Idempotency;
import io.prismq.queue.domain.task.Payload;
import io.prismq.queue.domain.task.TaskId;
import io.prismq.queue.domain.task.TaskType;
import io.prismq.queue.domain.testing.InMemoryTaskStore;
import io.prismq.queue.domain.testing.SettableClock;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;

class QueueLimitsTest {
    private static final EnqueueCommand TASK = EnqueueCommand.of(new TaskType("a"), Payload.EMPTY);

    private final InMemoryTaskStore store = new InMemoryTaskStore(new SettableClock());
    private final TaskSubmission submission =
            new TaskSubmission(store, TestQueue.POLICIES, new QueueLimits(OptionalLong.of(3), OptionalLong.empty()));

    @Test
    void takeTasksUpToTheLimitAndNoneBeyond() {
        enqueue(TASK, TASK, TASK);

        assertThatThrownBy(() -> enqueue(TASK)).hasCauseInstanceOf(QueueFullException.class);
        assertThat(stored()).isEqualTo(3);
    }

    @Test
    void takeABatchAsAWholeOrNotAtAll() {
        enqueue(TASK, TASK);

        assertThatThrownBy(() -> enqueue(TASK, TASK)).isInstanceOf(CompletionException.class);
        assertThat(stored()).isEqualTo(2);
    }

    @Test
    void takeTasksAgainOnceThereIsRoom() {
        enqueue(TASK, TASK, TASK);
        submission.cancel(new TaskId(1), BY).toCompletableFuture().join();
        assertThatThrownBy(() -> enqueue(TASK)).hasCauseInstanceOf(QueueFullException.class);

        submission.delete(new TaskId(1), BY).toCompletableFuture().join();

        enqueue(TASK);
        assertThat(stored()).isEqualTo(3);
    }

    @Test
    void doNotCountRepeatsNorRetries() {
        EnqueueCommand keyed = new EnqueueCommand(
                TASK.type(),
                TASK.payload(),
                TASK.compatibility(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(new Idempotency("key", "request")),
                Optional.empty());
        enqueue(keyed, keyed, TASK, TASK);
        submission.cancel(new TaskId(2), BY).toCompletableFuture().join();

        enqueue(keyed);
        submission.retry(new TaskId(2), BY).toCompletableFuture().join();

        assertThat(stored()).isEqualTo(3);
    }

    @Test
    void holdForMaintenanceToo() {
        enqueue(TASK, TASK, TASK);

        assertThatThrownBy(() -> order(MaintenanceTypes.HEALTH_CHECK)).hasCauseInstanceOf(QueueFullException.class);
        assertThat(stored()).isEqualTo(3);
    }

    @Test
    void keepALittleRoomForWhatMakesRoom() {
        enqueue(TASK, TASK, TASK);

        for (int n = 0; n < 10; n++) {
            order(MaintenanceTypes.CLEANUP_RUNS);
        }

        assertThatThrownBy(() -> order(MaintenanceTypes.CLEANUP_RUNS)).hasCauseInstanceOf(QueueFullException.class);
        assertThat(stored()).isEqualTo(13);
    }

    @Test
    void keepALittleRoomHoweverHighTheyAre() {
        QueueLimits limits = new QueueLimits(OptionalLong.of(Long.MAX_VALUE), OptionalLong.of(100)).withReserve();

        limits.requireRoom(fill(100), 1);
        assertThatThrownBy(() -> limits.requireRoom(fill(100 + (1 << 20)), 1)).isInstanceOf(QueueFullException.class);
    }

    @Test
    void boundTheBytesInUse() {
        QueueLimits limits = new QueueLimits(OptionalLong.empty(), OptionalLong.of(100));

        limits.requireRoom(fill(99), 1);
        assertThatThrownBy(() -> limits.requireRoom(fill(100), 1)).isInstanceOf(QueueFullException.class);
    }

    private static StoreFill fill(long bytes) {
        return new StoreFill() {
            @Override
            public long tasks() {
                return 0;
            }

            @Override
            public long bytes() {
                return bytes;
            }
        };
    }

    private void enqueue(EnqueueCommand... commands) {
        submission.enqueue(List.of(commands)).toCompletableFuture().join();
    }

    private void order(TaskType type) {
        submission
                .order(EnqueueCommand.of(type, Payload.EMPTY), BY)
                .toCompletableFuture()
                .join();
    }

    private long stored() {
        return store.read(reads -> reads.statistics().counts().total());
    }
}
