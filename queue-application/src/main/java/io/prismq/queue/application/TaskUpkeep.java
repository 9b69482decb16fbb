package io.prismq.queue.application;

import io.prismq.queue.domain.port.Randomness;
import io.prismq.queue.domain.port.TaskStore;
import io.prismq.queue.domain.port.TaskTransaction;
import io.prismq.queue.domain.port.Timer;
import io.prismq.queue.domain.task.Lease;
import io.prismq.queue.domain.task.Refusal;
import io.prismq.queue.domain.task.Task;
import io.prismq.queue.domain.task.TaskTypePolicies;
import io.prismq.queue.domain.task.Transition;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.function.BiFunction;
import java.util.stream.Stream;

/**
 * Moves the tasks that time alone moves. Each method moves at most {@value #BATCH} in one unit of work and says how
 * many; its caller repeats while that is not 0.
 */
public final class TaskUpkeep {
    public static final int BATCH = 500;

    /** How long a lease from before an interruption is honoured after it, so that its holder can be heard again. */
    public static final Duration GRACE = Duration.ofSeconds(10);

    /** More tasks than any number of workers holds. */
    private static final int MOST_RUNNING = 100_000;

    private final TaskStore store;
    private final TaskTypePolicies policies;
    private final Randomness randomness;

    public TaskUpkeep(TaskStore store, TaskTypePolicies policies, Randomness randomness) {
        this.store = store;
        this.policies = policies;
        this.randomness = randomness;
    }

    /** Queues the scheduled tasks whose time has come. */
    public CompletionStage<Integer> promoteDue() {
        return move(Timer.DUE, Task::due);
    }

    /** Fails the tasks that nobody claimed within their time to live. */
    public CompletionStage<Integer> expireUnclaimed() {
        return move(Timer.EXPIRY, Task::expire);
    }

    /**
     * Takes away the leases that ran out.
     *
     * @param resumedAt when this process last began to listen to workers; leases counted before then get {@link #GRACE}
     */
    public CompletionStage<Integer> endLeases(Instant resumedAt) {
        return move(Timer.LEASE, (task, now) -> {
            if (now.isBefore(resumedAt.plus(GRACE)) && countedBefore(resumedAt, task)) {
                return new Transition.Refused(Refusal.TOO_EARLY);
            }
            return task.leaseEnded(
                    policies.of(task.type()).backoff().delayAfter(task.attempts(), randomness.fraction()), now);
        });
    }

    /**
     * After the clock was set back: counts anew the leases, and the deadlines of attempts, that end later than they could
     * if they were given now.
     */
    public CompletionStage<Integer> restampLeases() {
        return store.write(tx -> save(
                tx,
                tx.workers().running(MOST_RUNNING).stream()
                        .flatMap(running -> tx.find(running.task()).stream())
                        .map(task -> task.restamp(policies.of(task.type()).attemptTimeout(), tx.now()))));
    }

    /** A lease that its deadline cut short is taken to be as old as its attempt. */
    private static boolean countedBefore(Instant time, Task task) {
        Lease lease = task.lease();
        if (lease == null) {
            return false;
        }
        Instant counted = lease.until().equals(lease.deadline()) && task.startedAt() != null
                ? task.startedAt()
                : lease.until().minus(lease.length());
        return counted.isBefore(time);
    }

    private CompletionStage<Integer> move(Timer timer, BiFunction<Task, Instant, Transition> event) {
        return store.write(tx ->
                save(tx, tx.ripe(timer, tx.now(), BATCH).stream().map(task -> event.apply(task, tx.now()))));
    }

    /** Saves the first of those that happened; says how many. */
    private static int save(TaskTransaction tx, Stream<Transition> transitions) {
        List<Transition.Moved> moved = transitions
                .flatMap(transition -> transition.fold(Stream::of, refusal -> Stream.<Transition.Moved>empty()))
                .limit(BATCH)
                .toList();
        moved.forEach(tx::save);
        return moved.size();
    }
}
