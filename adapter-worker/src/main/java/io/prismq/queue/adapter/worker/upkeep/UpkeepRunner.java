package io.prismq.queue.adapter.worker.upkeep;

import io.prismq.queue.adapter.worker.loop.LastingThread;
import io.prismq.queue.adapter.worker.loop.Trouble;
import io.prismq.queue.adapter.worker.loop.Waits;
import io.prismq.queue.application.TaskUpkeep;
import io.prismq.queue.application.WorkerRegistry;
import io.prismq.queue.domain.port.Clock;
import io.prismq.queue.domain.port.TaskStore;
import io.prismq.queue.domain.port.TaskStoreException;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Moves the tasks that time alone moves, on one thread: promotes what is due, fails what nobody claimed in time, and
 * takes away the leases that ran out; and stores who works on the queue. Sleeps until the next of these times, but a commit that brings an earlier one
 * wakes it.
 *
 * <p>Does nothing before {@link #start()}; runs once. Safe for use by many threads.
 */
public final class UpkeepRunner implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(UpkeepRunner.class);

    /** So that tasks due one after the other share a commit instead of making one each. */
    private static final Duration SHORTEST_WAIT = Duration.ofMillis(10);

    private final TaskStore store;
    private final Clock clock;
    private final Pulse pulse;
    private final UpkeepCycle cycle;
    private final StallWatch stalls;
    private final Trouble trouble = new Trouble(LOG);
    private final Alarm alarm = new Alarm();
    private final LastingThread thread;
    private TaskStore.@Nullable Subscription subscription;

    public UpkeepRunner(TaskStore store, TaskUpkeep upkeep, WorkerRegistry workers, Clock clock) {
        this(store, upkeep, workers, clock, System::nanoTime);
    }

    UpkeepRunner(TaskStore store, TaskUpkeep upkeep, WorkerRegistry workers, Clock clock, LongSupplier steadyNanos) {
        this.store = store;
        this.clock = clock;
        this.pulse = new Pulse(steadyNanos);
        this.cycle = new UpkeepCycle(store, upkeep, workers, clock, pulse);
        this.stalls = new StallWatch(clock, steadyNanos);
        this.thread = new LastingThread("upkeep", this::round, LOG);
    }

    /**
     * Begins to look; the leases from before get a grace.
     *
     * @throws IllegalStateException if it was started before
     */
    public synchronized void start() {
        if (subscription != null) {
            throw new IllegalStateException("upkeep runs once");
        }
        cycle.resume();
        stalls.sinceLastAsked();
        pulse.beat();
        subscription = store.subscribe(alarm::committed);
        thread.start();
    }

    /**
     * Ends the look that is under way; a write that it waits for may still be stored.
     *
     * @param grace how long the thread may take to end; not negative
     */
    public synchronized void stop(Duration grace) {
        if (subscription == null) {
            return;
        }
        subscription.close();
        thread.end();
        thread.join(grace);
    }

    /** Stops without waiting for the thread. */
    @Override
    public void close() {
        stop(Duration.ZERO);
    }

    /**
     * How long no look, and no part of a long one, has come to its end. A few seconds are nothing; much more says that
     * tasks whose time has come stay where they are.
     */
    public Duration sinceRound() {
        return pulse.sinceBeat();
    }

    private void round() throws InterruptedException {
        look();
        alarm.await(Waits.until(alarm.at(), clock.now(), SHORTEST_WAIT, UpkeepCycle.LONGEST_WAIT));
    }

    /** Until the next time is known, every commit within reach wakes: none slips between the look and the wait. */
    private void look() throws InterruptedException {
        alarm.set(clock.now().plus(UpkeepCycle.LONGEST_WAIT));
        if (stalls.sinceLastAsked()) {
            LOG.warn("the process stood still, or its clock jumped ahead; leases get a grace");
            cycle.resume();
        }
        try {
            alarm.set(cycle.runOnce());
            trouble.over();
        } catch (TaskStoreException why) {
            trouble.met("move the tasks whose time has come", why);
        } catch (ExecutionException | RuntimeException | Error bug) {
            LOG.error("upkeep met an error of its own, and goes on", bug);
        }
        // A store that keeps who looks waiting keeps workers from being heard too.
        if (stalls.sinceLastAsked()) {
            LOG.debug("the store took its time; leases get a grace");
            cycle.resume();
        }
    }
}
