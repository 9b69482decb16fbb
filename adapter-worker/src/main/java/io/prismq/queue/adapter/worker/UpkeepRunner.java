package io.prismq.queue.adapter.worker;

import io.prismq.queue.application.TaskUpkeep;
import io.prismq.queue.domain.port.Clock;
import io.prismq.queue.domain.port.Commit;
import io.prismq.queue.domain.port.TaskStore;
import io.prismq.queue.domain.port.TaskStoreException;
import io.prismq.queue.domain.task.TaskStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Moves the tasks that time alone moves, on one thread: promotes what is due, fails what nobody claimed in time, and
 * takes away the leases that ran out. Sleeps until the next of these times, but a commit that brings an earlier one
 * wakes it.
 *
 * <p>Does nothing before {@link #start()}; runs once. Safe for use by many threads.
 */
public final class UpkeepRunner implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(UpkeepRunner.class);

    /** The shortest wait, so that tasks due one after the other share a commit instead of making one each. */
    private static final Duration SHORTEST_WAIT = Duration.ofMillis(10);

    private final TaskStore store;
    private final Clock clock;
    private final UpkeepCycle cycle;
    private final StallWatch stalls;
    private final Trouble trouble = new Trouble(LOG);
    private final Semaphore news = new Semaphore(0);
    private final Thread thread;
    private TaskStore.@Nullable Subscription subscription;
    private volatile Instant nextLook = Instant.MIN;

    public UpkeepRunner(TaskStore store, TaskUpkeep upkeep, Clock clock) {
        this.store = store;
        this.clock = clock;
        this.cycle = new UpkeepCycle(store, upkeep, clock);
        this.stalls = new StallWatch(clock, System::nanoTime);
        this.thread = new DaemonThreads("upkeep-").newThread(this::run);
    }

    /**
     * Begins to look; the leases from before get a grace.
     *
     * @throws IllegalThreadStateException if it was started before
     */
    public synchronized void start() {
        cycle.resume();
        stalls.sinceLastAsked();
        thread.start();
        subscription = store.subscribe(this::committed);
    }

    /**
     * Ends after the look that is under way.
     *
     * @param grace how long that may take; not negative
     */
    public synchronized void stop(Duration grace) {
        if (subscription == null) {
            return;
        }
        subscription.close();
        thread.interrupt();
        try {
            thread.join(Math.max(1, grace.toMillis()));
        } catch (InterruptedException hurry) {
            Thread.currentThread().interrupt();
        }
    }

    /** Stops without waiting for the look that is under way. */
    @Override
    public void close() {
        stop(Duration.ZERO);
    }

    private void committed(Commit commit) {
        Instant planned = nextLook;
        boolean earlier = commit.changed().stream()
                .anyMatch(task ->
                        task.status() == TaskStatus.SCHEDULED && task.runAfter().isBefore(planned));
        if (earlier || commit.foreign()) {
            news.release();
        }
    }

    private void run() {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                look();
                Duration wait = Waits.until(nextLook, clock.now(), UpkeepCycle.LONGEST_WAIT);
                news.tryAcquire(Math.max(SHORTEST_WAIT.toMillis(), wait.toMillis()), TimeUnit.MILLISECONDS);
                news.drainPermits();
            }
        } catch (InterruptedException end) {
            LOG.debug("upkeep has ended");
        }
    }

    /** Until the next time is known, every commit within reach wakes: none slips between the look and the wait. */
    private void look() throws InterruptedException {
        nextLook = clock.now().plus(UpkeepCycle.LONGEST_WAIT);
        if (stalls.sinceLastAsked()) {
            LOG.warn("the process stood still for a while; leases get a grace");
            cycle.resume();
        }
        try {
            nextLook = cycle.runOnce();
            trouble.over();
        } catch (ExecutionException | TaskStoreException why) {
            trouble.met("move the tasks whose time has come", why.getCause() == null ? why : why.getCause());
        } catch (RuntimeException | Error bug) {
            LOG.error("upkeep met an error of its own, and goes on", bug);
        }
    }
}
