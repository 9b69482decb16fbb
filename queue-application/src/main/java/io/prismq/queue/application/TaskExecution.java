package io.prismq.queue.application;

import io.prismq.queue.domain.port.Randomness;
import io.prismq.queue.domain.port.TaskStore;
import io.prismq.queue.domain.port.TaskTransaction;
import io.prismq.queue.domain.task.Claim;
import io.prismq.queue.domain.task.Failure;
import io.prismq.queue.domain.task.LeaseToken;
import io.prismq.queue.domain.task.Progress;
import io.prismq.queue.domain.task.Result;
import io.prismq.queue.domain.task.StoredTask;
import io.prismq.queue.domain.task.Task;
import io.prismq.queue.domain.task.TaskId;
import io.prismq.queue.domain.task.TaskTypePolicies;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What workers do to tasks. Every settlement is fenced by the token of the lease: whoever lost it changes nothing. */
public final class TaskExecution {
    private final TaskStore store;
    private final TaskTypePolicies policies;
    private final Randomness randomness;

    public TaskExecution(TaskStore store, TaskTypePolicies policies, Randomness randomness) {
        this.store = store;
        this.policies = policies;
        this.randomness = randomness;
    }

    /** Leases the first tasks that the worker can run; none where there are none. */
    public CompletionStage<List<StoredTask>> claim(ClaimCommand command) {
        return store.write(tx -> tx.claimable(command.criteria()).stream()
                .flatMap(found -> claim(tx, command, found))
                .toList());
    }

    /** Counts the lease anew from now; it never reaches beyond the attempt's deadline. */
    public CompletionStage<ChangeOutcome> heartbeat(
            TaskId id, LeaseToken token, Duration leaseLength, @Nullable Progress progress) {
        return store.write(
                tx -> ChangeOutcome.of(tx, id, task -> task.heartbeat(token, leaseLength, progress, tx.now())));
    }

    /** Ends the task well. */
    public CompletionStage<ChangeOutcome> complete(TaskId id, LeaseToken token, Optional<Result> result) {
        long heldBytes = result.map(kept -> (long) kept.json().length()).orElse(0L);
        return store.write(
                tx -> {
                    ChangeOutcome outcome = ChangeOutcome.of(tx, id, task -> task.complete(token, tx.now()));
                    if (outcome instanceof ChangeOutcome.Changed) {
                        result.ifPresent(kept -> tx.saveResult(id, kept));
                    }
                    return outcome;
                },
                heldBytes);
    }

    /**
     * Ends the attempt badly: the task is retried after a delay, or fails for good.
     *
     * @param delay the worker's own choice; empty means the backoff of the task's type
     */
    public CompletionStage<ChangeOutcome> fail(TaskId id, LeaseToken token, Failure why, Optional<Duration> delay) {
        return store.write(tx -> ChangeOutcome.of(
                tx, id, task -> task.fail(token, why, delay.orElseGet(() -> backoff(task)), tx.now())));
    }

    /** Gives the task back unharmed, to be claimed again after the delay. */
    public CompletionStage<ChangeOutcome> release(TaskId id, LeaseToken token, Duration delay) {
        return store.write(tx -> ChangeOutcome.of(tx, id, task -> task.release(token, delay, tx.now())));
    }

    /** A task whose time to live has just passed is left to {@link TaskUpkeep}. */
    private Stream<StoredTask> claim(TaskTransaction tx, ClaimCommand command, StoredTask found) {
        Task task = found.task();
        Claim claim = new Claim(
                command.worker(),
                randomness.leaseToken(),
                command.leaseLength(),
                policies.of(task.type()).attemptTimeout());
        return task.claim(claim, tx.now())
                .fold(
                        moved -> Stream.of(new StoredTask(tx.save(moved), found.payload(), found.result())),
                        refusal -> Stream.empty());
    }

    private Duration backoff(Task task) {
        return policies.of(task.type()).backoff().delayAfter(task.attempts(), randomness.fraction());
    }
}
