package io.prismq.queue.application;

import io.prismq.queue.application.EnqueueOutcome.Enqueued;
import io.prismq.queue.domain.audit.Action;
import io.prismq.queue.domain.audit.By;
import io.prismq.queue.domain.audit.Deed;
import io.prismq.queue.domain.audit.Outcome;
import io.prismq.queue.domain.port.TaskStore;
import io.prismq.queue.domain.port.TaskTransaction;
import io.prismq.queue.domain.task.Idempotency;
import io.prismq.queue.domain.task.NewTask;
import io.prismq.queue.domain.task.Refusal;
import io.prismq.queue.domain.task.Task;
import io.prismq.queue.domain.task.TaskId;
import io.prismq.queue.domain.task.TaskSpec;
import io.prismq.queue.domain.task.TaskTypePolicies;
import io.prismq.queue.domain.task.TaskTypePolicy;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;

/** What clients and operators do to tasks. */
public final class TaskSubmission {
    /** What a waiting command takes beside its payload, in bytes; measured roughly, on the safe side. */
    private static final long COMMAND_BYTES = 1000;

    private final TaskStore store;
    private final TaskTypePolicies policies;
    private final QueueLimits limits;

    /** Takes tasks without end. */
    public TaskSubmission(TaskStore store, TaskTypePolicies policies) {
        this(store, policies, QueueLimits.NONE);
    }

    public TaskSubmission(TaskStore store, TaskTypePolicies policies, QueueLimits limits) {
        this.store = store;
        this.policies = policies;
        this.limits = limits;
    }

    /** {@link #enqueue(List, By)} by somebody of this process. */
    public CompletionStage<EnqueueOutcome> enqueue(List<EnqueueCommand> commands) {
        return enqueue(commands, By.ANONYMOUS);
    }

    /**
     * Stores the tasks, all of them or none.
     *
     * @return fails with {@link io.prismq.queue.domain.port.LaneLimitException} where there are too many distinct
     *     compatibilities, and with {@link QueueFullException} where the queue is full
     */
    public CompletionStage<EnqueueOutcome> enqueue(List<EnqueueCommand> commands, By by) {
        long heldBytes = commands.stream()
                .mapToLong(command -> COMMAND_BYTES + command.payload().json().length())
                .sum();
        return store.write(tx -> enqueue(tx, commands, by), heldBytes, by);
    }

    /**
     * Stores the task of an operation that an operator orders: one without an idempotency key.
     *
     * @return fails with {@link QueueFullException} where the queue is full
     */
    public CompletionStage<Task> order(EnqueueCommand operation, By by) {
        return store.write(
                tx -> {
                    requireRoom(tx, List.of(operation), Set.of());
                    return insert(tx, operation, by);
                },
                0,
                by);
    }

    /** Stops the task, wherever it stands; a finished one is refused. */
    public CompletionStage<ChangeOutcome> cancel(TaskId id, By by) {
        return change(id, by, Action.CANCEL_TASK, tx -> ChangeOutcome.of(tx, id, task -> task.cancel(tx.now())));
    }

    /** Sends a failed or cancelled task round again. */
    public CompletionStage<ChangeOutcome> retry(TaskId id, By by) {
        return change(id, by, Action.RETRY_TASK, tx -> ChangeOutcome.of(tx, id, task -> task.retry(tx.now())));
    }

    /** Removes a finished task for good. */
    public CompletionStage<ChangeOutcome> delete(TaskId id, By by) {
        return change(
                id,
                by,
                Action.DELETE_TASK,
                tx -> tx.find(id).map(task -> delete(tx, task)).orElseGet(ChangeOutcome.NotFound::new));
    }

    /** Notes in the unit of work what it did, or did not. */
    private CompletionStage<ChangeOutcome> change(
            TaskId id, By by, Action action, Function<TaskTransaction, ChangeOutcome> unit) {
        return store.write(
                tx -> {
                    ChangeOutcome outcome = unit.apply(tx);
                    Outcome word = outcome.fold(
                            task -> Outcome.DONE, (task, refusal) -> Outcome.WRONG_STATUS, () -> Outcome.NOT_FOUND);
                    tx.history().audit().add(tx.now(), new Deed(by, action, id.toString(), word));
                    return outcome;
                },
                0,
                by);
    }

    private static ChangeOutcome delete(TaskTransaction tx, Task task) {
        if (!task.isDeletable()) {
            return new ChangeOutcome.Refused(task, Refusal.WRONG_STATUS);
        }
        tx.delete(task.id());
        return new ChangeOutcome.Changed(task);
    }

    /** Decides about every key before the first insert: a batch that is refused has written nothing. */
    private EnqueueOutcome enqueue(TaskTransaction tx, List<EnqueueCommand> commands, By by) {
        Map<String, Idempotency> known = new HashMap<>();
        for (int index = 0; index < commands.size(); index++) {
            Optional<Idempotency> asked = commands.get(index).idempotency();
            if (asked.isPresent()) {
                Idempotency first = known.computeIfAbsent(
                        asked.get().key(), key -> stored(tx, key).orElse(asked.get()));
                if (!first.repeats(asked.get())) {
                    return new EnqueueOutcome.KeyReused(index, first.key());
                }
            }
        }
        requireRoom(tx, commands, known.keySet());
        List<Enqueued> tasks = new ArrayList<>(commands.size());
        for (EnqueueCommand command : commands) {
            tasks.add(enqueue(tx, command, by));
        }
        return new EnqueueOutcome.Accepted(tasks);
    }

    /** Repeats bring no new task, and are answered also where there is no room for one. */
    private void requireRoom(TaskTransaction tx, List<EnqueueCommand> commands, Set<String> keys) {
        if (limits.isNone()) {
            return;
        }
        long without = commands.stream()
                .filter(command -> command.idempotency().isEmpty())
                .count();
        long more =
                without + keys.stream().filter(key -> stored(tx, key).isEmpty()).count();
        if (more > 0) {
            limitsOf(commands).requireRoom(tx.statistics().fill(), more);
        }
    }

    private QueueLimits limitsOf(List<EnqueueCommand> commands) {
        boolean makesRoom = commands.stream().allMatch(command -> command.type().equals(MaintenanceTypes.CLEANUP_RUNS));
        return makesRoom ? limits.withReserve() : limits;
    }

    private static Optional<Idempotency> stored(TaskTransaction tx, String key) {
        return tx.findByIdempotencyKey(key).map(task -> task.spec().idempotency());
    }

    private Enqueued enqueue(TaskTransaction tx, EnqueueCommand command, By by) {
        return command.idempotency()
                .flatMap(idempotency -> tx.findByIdempotencyKey(idempotency.key()))
                .map(task -> new Enqueued(task, true))
                .orElseGet(() -> new Enqueued(insert(tx, command, by), false));
    }

    /** Who has the queue do something to itself is noted, whichever way he came. */
    private Task insert(TaskTransaction tx, EnqueueCommand command, By by) {
        Task task = tx.insert(newTask(command, tx.now()));
        if (MaintenanceTypes.ALL.contains(task.type())) {
            String target = task.type() + " " + task.id();
            tx.history().audit().add(tx.now(), new Deed(by, Action.ENQUEUE_MAINTENANCE, target, Outcome.DONE));
        }
        return task;
    }

    private NewTask newTask(EnqueueCommand command, Instant now) {
        TaskTypePolicy policy = policies.of(command.type());
        TaskSpec spec = new TaskSpec(
                command.type(),
                command.compatibility(),
                command.priority().orElse(policy.priority()),
                command.maxAttempts().orElse(policy.maxAttempts()),
                command.idempotency().orElse(null),
                command.trace().orElse(null));
        Optional<Duration> timeToLive = command.timeToLive().or(() -> Optional.ofNullable(policy.timeToLive()));
        return new NewTask(
                spec,
                command.payload(),
                now,
                command.runAfter().filter(now::isBefore).orElse(now),
                timeToLive.map(now::plus).orElse(null));
    }
}
