package io.prismq.queue.adapter.worker;

import io.prismq.queue.adapter.worker.attempt.Attempts;
import io.prismq.queue.adapter.worker.attempt.RunObserver;
import io.prismq.queue.adapter.worker.attempt.Workplace;
import io.prismq.queue.adapter.worker.loop.LastingThread;
import io.prismq.queue.adapter.worker.loop.Mailbox;
import io.prismq.queue.adapter.worker.loop.Trouble;
import io.prismq.queue.adapter.worker.loop.Waits;
import io.prismq.queue.domain.port.Clock;
import io.prismq.queue.domain.port.TaskStore;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs tasks inside the process: claims those that it has handlers for, as many at a time as it has slots, keeps their
 * leases alive, interrupts handlers whose task was taken away or whose deadline passed, and settles how they ended.
 *
 * <p>Does nothing before {@link #start()}; runs once. Safe for use by many threads.
 */
public final class WorkerRunner implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(WorkerRunner.class);

    /** How long the store may take to hear that the tasks are given back. */
    private static final Duration RELEASE_TIME = Duration.ofSeconds(5);

    private final TaskStore store;
    private final WorkerSettings settings;
    private final Workplace place;
    private final WorkerCycle cycle;
    private final ExecutorService handlerThreads;
    private final CountDownLatch drained = new CountDownLatch(1);
    private final LastingThread thread;
    private TaskStore.@Nullable Subscription subscription;
    private boolean stopped;
    private boolean hurried;

    /**
     * A worker to be started.
     *
     * @throws IllegalStateException if this Java has no threads of the kind that the settings name
     */
    public WorkerRunner(WorkerQueue queue, HandlerRegistry handlers, WorkerSettings settings, Clock clock) {
        this(queue, handlers, settings, clock, RunObserver.NONE);
    }

    /**
     * A worker to be started.
     *
     * @param observer told of each run of a handler
     * @throws IllegalStateException if this Java has no threads of the kind that the settings name
     */
    public WorkerRunner(
            WorkerQueue queue, HandlerRegistry handlers, WorkerSettings settings, Clock clock, RunObserver observer) {
        this.store = queue.store();
        this.settings = settings;
        Foresight foresight = new Foresight(settings.slots());
        RunObserver observers = run -> {
            foresight.ran(run.took());
            observer.ended(run);
        };
        this.place = new Workplace(queue.execution(), clock, new Mailbox(), new Trouble(LOG), observers);
        this.handlerThreads = settings.threads().executor("task-");
        Attempts attempts = new Attempts(place, handlers::of, handlerThreads);
        Room room = new Room(settings.slots(), handlers.types(), attempts, foresight);
        this.cycle = new WorkerCycle(queue, settings, place, attempts, room);
        this.thread = new LastingThread("worker", this::look, LOG);
    }

    /**
     * Begins to claim and run tasks.
     *
     * @throws IllegalStateException if it was started before
     */
    public synchronized void start() {
        if (subscription != null) {
            throw new IllegalStateException("a worker runs once");
        }
        subscription = store.subscribe(cycle::committed);
        thread.start();
        LOG.info(
                "worker {} runs up to {} tasks at a time",
                settings.worker(),
                settings.slots().all());
    }

    /**
     * Claims no more, waits for what runs, and gives back what has not ended after the grace: no attempt is lost.
     * Returns when all is settled, or a few seconds after the grace where the store does not answer. An interrupt of the
     * caller ends the grace.
     *
     * @param grace how long handlers may go on; not negative
     */
    public synchronized void stop(Duration grace) {
        TaskStore.Subscription listening = subscription;
        if (listening == null || stopped) {
            return;
        }
        place.mailbox().post(cycle::drain);
        if (!awaitDrained(grace)) {
            place.mailbox().post(cycle::releaseAll);
            if (!awaitDrained(RELEASE_TIME)) {
                LOG.warn("not every task could be given back; the rest returns when its lease ends");
            }
        }
        stopped = true;
        listening.close();
        thread.end();
        handlerThreads.shutdownNow();
        // So that nobody closes the store under a look that is still under way.
        thread.join(RELEASE_TIME);
        if (hurried) {
            Thread.currentThread().interrupt();
        }
    }

    /** Stops without grace. */
    @Override
    public void close() {
        stop(Duration.ZERO);
    }

    /** How many handlers go on though they were told to end ten seconds ago or earlier; each takes a slot until it ends. */
    public int stuckHandlers() {
        return cycle.stuckHandlers();
    }

    private boolean awaitDrained(Duration wait) {
        try {
            return drained.await(wait.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException hurry) {
            hurried = true;
            return false;
        }
    }

    private void look() throws InterruptedException {
        Instant next = cycle.runOnce();
        if (cycle.isDrained()) {
            drained.countDown();
        }
        place.mailbox().handleAll(Waits.until(next, place.clock().now(), Duration.ZERO, settings.pollInterval()));
    }
}
