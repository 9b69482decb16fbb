package io.prismq.queue.adapter.worker.upkeep;

import io.prismq.queue.adapter.worker.loop.Durable;
import io.prismq.queue.adapter.worker.loop.Waits;
import io.prismq.queue.application.TaskUpkeep;
import io.prismq.queue.application.WorkerRegistry;
import io.prismq.queue.domain.port.Clock;
import io.prismq.queue.domain.port.TaskStore;
import io.prismq.queue.domain.port.TaskStoreException;
import io.prismq.queue.domain.port.Timer;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.function.Supplier;

/**
 * One look at what time moves: writes only where a timer has come. Each timer is asked for by itself, so that a lease
 * under grace, whose time has come though nothing may be done, does not hide the next task that falls due. Used by one
 * thread.
 */
final class UpkeepCycle {
    /** The longest time between two looks: lease ends are never announced, but found within it. */
    static final Duration LONGEST_WAIT = Duration.ofMillis(500);

    private final TaskStore store;
    private final TaskUpkeep upkeep;
    private final WorkerRegistry workers;
    private final Clock clock;
    private final Pulse pulse;
    private Instant resumedAt;
    private Instant lookedAt = Instant.MAX;

    UpkeepCycle(TaskStore store, TaskUpkeep upkeep, WorkerRegistry workers, Clock clock, Pulse pulse) {
        this.store = store;
        this.upkeep = upkeep;
        this.workers = workers;
        this.clock = clock;
        this.pulse = pulse;
        this.resumedAt = clock.now();
    }

    /** Workers could not be heard for a while: the leases that they have now get a grace. */
    void resume() {
        resumedAt = clock.now();
    }

    /**
     * Moves all that is ripe, and stores what is new of the workers.
     *
     * @return when to look again: the next time that a timer stands at, at most {@link #LONGEST_WAIT} from now
     * @throws TaskStoreException if the store could not do it
     */
    Instant runOnce() throws ExecutionException, InterruptedException {
        restampWhereTheClockWasSetBack();
        Instant due = moveRipe(Timer.DUE, upkeep::promoteDue);
        Instant expiry = moveRipe(Timer.EXPIRY, upkeep::expireUnclaimed);
        Instant lease = moveRipe(Timer.LEASE, () -> upkeep.endLeases(resumedAt));
        Durable.await(workers.store());
        pulse.beat();
        return Waits.earlier(due, Waits.earlier(expiry, lease));
    }

    /**
     * Neither a lease nor a grace may last for the length of a jump. Nobody knows how the clock was set before the first
     * look, so that one counts as well.
     */
    private void restampWhereTheClockWasSetBack() throws ExecutionException, InterruptedException {
        Instant now = clock.now();
        if (now.isBefore(lookedAt) && next(Timer.LEASE).isPresent()) {
            restampLeases();
        }
        resumedAt = Waits.earlier(resumedAt, now);
        lookedAt = now;
    }

    private void restampLeases() throws ExecutionException, InterruptedException {
        int moved = TaskUpkeep.BATCH;
        while (moved == TaskUpkeep.BATCH) {
            moved = Durable.await(upkeep.restampLeases());
            pulse.beat();
        }
    }

    private Instant moveRipe(Timer timer, Supplier<CompletionStage<Integer>> batch)
            throws ExecutionException, InterruptedException {
        int moved = TaskUpkeep.BATCH;
        while (moved == TaskUpkeep.BATCH && isRipe(timer)) {
            moved = Durable.await(batch.get());
            pulse.beat();
        }
        Instant now = clock.now();
        return next(timer)
                .filter(next -> next.isAfter(now))
                .map(next -> Waits.earlier(next, now.plus(LONGEST_WAIT)))
                .orElseGet(() -> now.plus(LONGEST_WAIT));
    }

    private boolean isRipe(Timer timer) {
        Instant now = clock.now();
        return next(timer).filter(next -> !next.isAfter(now)).isPresent();
    }

    private Optional<Instant> next(Timer timer) {
        return store.read(reads -> reads.next(timer));
    }
}
