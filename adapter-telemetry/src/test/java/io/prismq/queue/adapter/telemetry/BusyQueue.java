package io.prismq.queue.adapter.telemetry;

import io.prismq.queue.application.ClaimCommand;
import io.prismq.queue.application.ClaimSignals;
import io.prismq.queue.application.EnqueueCommand;
import io.prismq.queue.application.Settlement;
import io.prismq.queue.application.TaskExecution;
import io.prismq.queue.application.TaskSubmission;
import io.prismq.queue.application.TaskUpkeep;
import io.prismq.queue.application.WorkerRegistry;
import io.prismq.queue.domain.task.Capabilities;
import io.prismq.queue.domain.task.Compatibility;
import io.prismq.queue.domain.task.Failure;
import io.prismq.queue.domain.task.Payload;
import io.prismq.queue.domain.task.Skills;
import io.prismq.queue.domain.task.Task;
import io.prismq.queue.domain.task.TaskId;
import io.prismq.queue.domain.task.TaskType;
import io.prismq.queue.domain.task.TaskTypePolicies;
import io.prismq.queue.domain.task.TaskTypePolicy;
import io.prismq.queue.domain.task.TraceContext;
import io.prismq.queue.domain.task.WorkerId;
import io.prismq.queue.domain.testing.InMemoryTaskStore;
import io.prismq.queue.domain.testing.SeededRandomness;
import io.prismq.queue.domain.testing.SettableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.stream.Stream;

/** A queue, those who enqueue into it, and the worker {@code w1} who works on it. */
public final class BusyQueue {
    public final SettableClock clock = new SettableClock();
    public final InMemoryTaskStore store = new InMemoryTaskStore(clock);
    public final WorkerRegistry workers = new WorkerRegistry(store, clock, WorkerRegistry.DEFAULT_SILENCE);
    private final TaskTypePolicies policies = new TaskTypePolicies(Map.of(), TaskTypePolicy.DEFAULT);
    private final TaskSubmission submission = new TaskSubmission(store, policies);
    private final TaskExecution execution =
            new TaskExecution(store, policies, new SeededRandomness(1), workers, new ClaimSignals(store));
    private final TaskUpkeep upkeep = new TaskUpkeep(store, policies, new SeededRandomness(2));

    public TaskId enqueue(String type) {
        return enqueue(EnqueueCommand.of(new TaskType(type), Payload.EMPTY));
    }

    /** Enqueues a task for each parent, all in one commit. */
    public void enqueueTraced(String type, String... parents) {
        done(submission.enqueue(Stream.of(parents)
                .map(parent -> new EnqueueCommand(
                        new TaskType(type),
                        Payload.EMPTY,
                        Compatibility.NONE,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        TraceContext.parse(parent)))
                .toList()));
    }

    public TaskId enqueue(EnqueueCommand command) {
        return done(submission.enqueue(List.of(command)))
                .fold(accepted -> accepted.tasks().get(0).task().id(), reused -> {
                    throw new IllegalStateException("the key is taken");
                });
    }

    public Task claim(String type) {
        Skills skills = new Skills(Set.of(new TaskType(type)), Capabilities.NONE);
        return done(execution.claim(ClaimCommand.of(new WorkerId("w1"), skills, 1)))
                .get(0)
                .task();
    }

    public void complete(Task claimed) {
        settle(claimed, new Settlement.Complete(Optional.empty()));
    }

    /** The attempt failed; the task is queued again. */
    public void fail(Task claimed, String why) {
        settle(claimed, new Settlement.Fail(Failure.error(why), Optional.empty(), Optional.of(Duration.ZERO)));
        promote();
    }

    /** No attempt can help. */
    public void reject(Task claimed, String why) {
        settle(claimed, new Settlement.Fail(Failure.rejected(why), Optional.empty(), Optional.empty()));
    }

    /** Moves the clock until the lease of the task has run out, and takes it away. */
    public void loseLease(Task claimed) {
        clock.set(Objects.requireNonNull(claimed.lease()).until());
        done(upkeep.endLeases(Instant.MIN));
    }

    /** Makes queued what is due by now. */
    public void promote() {
        done(upkeep.promoteDue());
    }

    private void settle(Task claimed, Settlement.Word word) {
        done(execution.settle(List.of(new Settlement(
                claimed.id(), Objects.requireNonNull(claimed.lease()).token(), word))));
    }

    private static <R> R done(CompletionStage<R> stage) {
        return stage.toCompletableFuture().join();
    }
}
