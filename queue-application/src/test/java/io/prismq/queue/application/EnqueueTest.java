package io.prismq.queue.application;

import static io.prismq.queue.application.TestQueue.HASTY;
import static io.prismq.queue.application.TestQueue.PATIENCE;
import static io.prismq.queue.application.TestQueue.done;
import static io.prismq.queue.domain.testing.Tasks.TYPE;
import static org.assertj.core.api.Assertions.assertThat;

import io.prismq.queue.domain.port.LaneLimitException;
import io.prismq.queue.domain.port.TaskStore;
import io.prismq.queue.domain.task.Compatibility;
import io.prismq.queue.domain.task.Idempotency;
import io.prismq.queue.domain.task.Payload;
import io.prismq.queue.domain.task.Priority;
import io.prismq.queue.domain.task.StoredTask;
import io.prismq.queue.domain.task.Task;
import io.prismq.queue.domain.task.TaskStatus;
import io.prismq.queue.domain.task.TaskType;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class EnqueueTest {
    private static final Compatibility EUROPE = new Compatibility(List.of("\"region\":\"eu\""));
    private static final Payload PAYLOAD = new Payload("[1]");

    private final TestQueue queue = new TestQueue();

    @Nested
    class OneTask {
        @Test
        void isQueuedWithItsPayload() {
            Task task = enqueue(EnqueueCommand.of(TYPE, PAYLOAD));

            assertThat(task.status()).isEqualTo(TaskStatus.QUEUED);
            assertThat(task.createdAt()).isEqualTo(queue.clock.now()).isEqualTo(task.runAfter());
            assertThat(queue.store.<StoredTask>read(
                            reads -> reads.load(task.id()).orElseThrow()))
                    .isEqualTo(new StoredTask(task, PAYLOAD, null));
        }

        @Test
        void takesWhatItDoesNotNameFromThePolicyOfItsType() {
            Task task = enqueue(EnqueueCommand.of(HASTY, PAYLOAD));

            assertThat(task.spec().priority()).isEqualTo(new Priority(7));
            assertThat(task.spec().maxAttempts()).isEqualTo(2);
            assertThat(task.expiresAt()).isEqualTo(queue.clock.now().plus(Duration.ofMinutes(2)));
        }

        @Test
        void takesTheFallbackWhereItsTypeHasNoPolicy() {
            Task task = enqueue(EnqueueCommand.of(TYPE, PAYLOAD));

            assertThat(task.spec().priority()).isEqualTo(Priority.DEFAULT);
            assertThat(task.spec().maxAttempts()).isEqualTo(5);
            assertThat(task.expiresAt()).isNull();
        }

        @Test
        void keepsWhatItNames() {
            Instant later = queue.clock.now().plusSeconds(60);

            Task task = enqueue(new EnqueueCommand(
                    HASTY,
                    PAYLOAD,
                    EUROPE,
                    Optional.of(new Priority(1)),
                    Optional.of(9),
                    Optional.of(later),
                    Optional.of(Duration.ofDays(1)),
                    Optional.of(new Idempotency("key", "request")),
                    Optional.empty()));

            assertThat(task.spec().compatibility()).isEqualTo(EUROPE);
            assertThat(task.spec().priority()).isEqualTo(new Priority(1));
            assertThat(task.spec().maxAttempts()).isEqualTo(9);
            assertThat(task.spec().idempotency()).isEqualTo(new Idempotency("key", "request"));
            assertThat(task.runAfter()).isEqualTo(later);
            assertThat(task.status()).isEqualTo(TaskStatus.SCHEDULED);
            assertThat(task.expiresAt()).isEqualTo(queue.clock.now().plus(Duration.ofDays(1)));
        }

        @Test
        void isQueuedAtOnceWhereItsTimeHasPassed() {
            Task task = enqueue(runningAfter(queue.clock.now().minusSeconds(1)));

            assertThat(task.status()).isEqualTo(TaskStatus.QUEUED);
            assertThat(task.runAfter()).isEqualTo(queue.clock.now());
        }
    }

    @Nested
    class ABatch {
        @Test
        void isStoredInTheOrderOfItsCommands() {
            List<Task> tasks = tasks(done(queue.submission.enqueue(List.of(
                    EnqueueCommand.of(TYPE, PAYLOAD),
                    EnqueueCommand.of(HASTY, PAYLOAD),
                    EnqueueCommand.of(TYPE, PAYLOAD)))));

            assertThat(tasks).extracting(Task::type).containsExactly(TYPE, HASTY, TYPE);
            assertThat(tasks).extracting(Task::id).isSorted();
            assertThat(queue.total()).isEqualTo(3);
        }

        @Test
        void mayBeEmpty() {
            assertThat(tasks(done(queue.submission.enqueue(List.of())))).isEmpty();
        }

        @Test
        void isStoredAsAWholeOrNotAtAll() {
            List<EnqueueCommand> tooMany = IntStream.rangeClosed(0, TaskStore.MAX_LANES)
                    .mapToObj(n -> EnqueueCommand.of(new TaskType("type-" + n), Payload.EMPTY))
                    .toList();

            assertThat(queue.submission.enqueue(tooMany))
                    .failsWithin(PATIENCE)
                    .withThrowableOfType(ExecutionException.class)
                    .withCauseInstanceOf(LaneLimitException.class);
            assertThat(queue.total()).isZero();
        }

        @Test
        void tellsTheStoreWhatItHolds() {
            StoreDouble store = new StoreDouble(queue.store);
            EnqueueCommand large = EnqueueCommand.of(TYPE, new Payload("x".repeat(100_000)));

            done(new TaskSubmission(store, TestQueue.POLICIES).enqueue(List.of(large, large)));

            assertThat(store.heldBytes()).isBetween(200_000L, 210_000L);
        }
    }

    private Task enqueue(EnqueueCommand command) {
        return tasks(done(queue.submission.enqueue(List.of(command)))).get(0);
    }

    private static List<Task> tasks(EnqueueOutcome outcome) {
        return outcome.fold(
                accepted -> accepted.tasks().stream()
                        .map(EnqueueOutcome.Enqueued::task)
                        .toList(),
                reused -> {
                    throw new AssertionError("refused: " + reused);
                });
    }

    private static EnqueueCommand runningAfter(Instant time) {
        return new EnqueueCommand(
                TYPE,
                PAYLOAD,
                Compatibility.NONE,
                Optional.empty(),
                Optional.empty(),
                Optional.of(time),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }
}
