package io.prismq.queue.application;

import static org.assertj.core.api.Assertions.assertThat;

import io.prismq.queue.domain.port.TaskStore;
import io.prismq.queue.domain.task.Attempt;
import io.prismq.queue.domain.task.Capabilities;
import io.prismq.queue.domain.task.ClaimStrategy;
import io.prismq.queue.domain.task.LeaseToken;
import io.prismq.queue.domain.task.NewTask;
import io.prismq.queue.domain.task.Priority;
import io.prismq.queue.domain.task.Retention;
import io.prismq.queue.domain.task.RetryPolicy;
import io.prismq.queue.domain.task.Skills;
import io.prismq.queue.domain.task.Task;
import io.prismq.queue.domain.task.TaskId;
import io.prismq.queue.domain.task.TaskStatus;
import io.prismq.queue.domain.task.TaskType;
import io.prismq.queue.domain.task.TaskTypePolicies;
import io.prismq.queue.domain.task.TaskTypePolicy;
import io.prismq.queue.domain.testing.InMemoryTaskStore;
import io.prismq.queue.domain.testing.SeededRandomness;
import io.prismq.queue.domain.testing.SettableClock;
import io.prismq.queue.domain.testing.TaskBuilder;
import io.prismq.queue.domain.testing.Tasks;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionStage;

/** The use cases over a store in memory, and the short ways to use them. */
final class TestQueue {
    /** Reached only where something hangs. */
    static final Duration PATIENCE = Duration.ofSeconds(30);

    /** A type with a policy of its own. */
    static final TaskType HASTY = new TaskType("hasty");

    static final TaskTypePolicy HASTY_POLICY = new TaskTypePolicy(
            2,
            Duration.ofSeconds(20),
            new Priority(7),
            new RetryPolicy(Duration.ofSeconds(8), 3, Duration.ofMinutes(1), 0.5),
            Duration.ofSeconds(12),
            Duration.ofMinutes(2),
            Retention.DEFAULT);
    static final TaskTypePolicies POLICIES = new TaskTypePolicies(Map.of(HASTY, HASTY_POLICY), TaskTypePolicy.DEFAULT);

    final SettableClock clock = new SettableClock();
    final TaskStore store = new InMemoryTaskStore(clock);
    final SeededRandomness randomness = new SeededRandomness(42);
    final TaskSubmission submission = new TaskSubmission(store, POLICIES);
    final ClaimSignals signals = new ClaimSignals(store);
    final WorkerRegistry workers = new WorkerRegistry(store, clock, WorkerRegistry.DEFAULT_SILENCE);
    final TaskExecution execution = new TaskExecution(store, POLICIES, randomness, workers, signals);
    final TaskUpkeep upkeep = new TaskUpkeep(store, POLICIES, randomness);

    static <R> R done(CompletionStage<R> stage) {
        return assertThat(stage).succeedsWithin(PATIENCE).actual();
    }

    static Task changed(ChangeOutcome outcome) {
        return outcome.fold(
                task -> task,
                (task, refusal) -> {
                    throw new AssertionError("refused: " + refusal);
                },
                () -> {
                    throw new AssertionError("not found");
                });
    }

    Task insert(TaskBuilder builder) {
        NewTask task = builder.createdAt(clock.now()).build();
        return done(store.write(tx -> tx.insert(task)));
    }

    Task insert(TaskStatus status) {
        Task task = insert(Tasks.aTask().delay(status == TaskStatus.SCHEDULED ? Duration.ofHours(1) : Duration.ZERO));
        return done(store.write(tx -> Tasks.save(tx, Tasks.bring(task, status))));
    }

    Task find(TaskId id) {
        return store.<Task>read(reads -> reads.find(id).orElseThrow());
    }

    long total() {
        return store.<Long>read(reads -> reads.statistics().counts().total());
    }

    /** Claims one task of the type that is known to be there, for {@link Tasks#LEASE}. */
    Task claim(TaskType type) {
        ClaimCommand command = new ClaimCommand(
                Tasks.WORKER,
                skills(type),
                ClaimStrategy.PRIORITY,
                1,
                Long.MAX_VALUE,
                Optional.of(Tasks.LEASE),
                Optional.empty());
        return done(execution.claim(command)).get(0).task();
    }

    /** Tells the word of the one who holds the task. */
    SettlementOutcome settle(Task held, Settlement.Word word) {
        return done(execution.settle(new Settlement(held.id(), token(held), word)));
    }

    /** The attempt, where a test takes it for granted that it has ended. */
    static Attempt ended(SettlementOutcome outcome) {
        return outcome.fold(
                attempt -> attempt,
                task -> {
                    throw new AssertionError("goes on");
                },
                () -> {
                    throw new AssertionError("the lease is lost");
                },
                () -> {
                    throw new AssertionError("not found");
                });
    }

    static Attempt.End end(Attempt attempt) {
        return Objects.requireNonNull(attempt.end());
    }

    /** A worker for these types that offers nothing else. */
    static Skills skills(TaskType... types) {
        return new Skills(Set.of(types), Capabilities.NONE);
    }

    static LeaseToken token(Task task) {
        return Objects.requireNonNull(task.lease()).token();
    }

    static List<TaskStatus> finalStatuses() {
        return List.of(TaskStatus.COMPLETED, TaskStatus.FAILED, TaskStatus.CANCELLED);
    }
}
