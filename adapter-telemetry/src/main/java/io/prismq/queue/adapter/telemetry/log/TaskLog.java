package io.prismq.queue.adapter.telemetry.log;

import io.prismq.queue.domain.port.Clock;
import io.prismq.queue.domain.port.Commit;
import io.prismq.queue.domain.port.TaskStore;
import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells the log what happens to tasks: at ERROR a task that is dead, at WARN an attempt that failed, at INFO what an
 * operator does, at DEBUG the rest. Runs from {@link #start()} to {@link #close()}; each once.
 */
public final class TaskLog implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(TaskLog.class);

    /** How many lines may wait; a storm beyond it is counted. */
    static final int MOST_WAITING = 4096;

    private static final Duration LONGEST_WAIT = Duration.ofSeconds(1);
    private static final Duration LAST_WORDS = Duration.ofSeconds(2);

    private final TaskStore store;
    private final Clock clock;
    private final BlockingQueue<Commit.Change> waiting = new ArrayBlockingQueue<>(MOST_WAITING);
    private final AtomicLong lost = new AtomicLong();
    private final Bound bound = new Bound();
    private final Thread thread;
    private TaskStore.@Nullable Subscription subscription;
    private volatile boolean closed;

    public TaskLog(TaskStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
        this.thread = new Thread(this::run, "task-log");
        thread.setDaemon(true);
    }

    /** Begins to tell. */
    public synchronized void start() {
        thread.start();
        subscription = store.subscribe(this::committed);
    }

    /** Tells what has happened so far, unless the log takes longer than two seconds, and ends. */
    @Override
    public synchronized void close() {
        if (subscription == null || closed) {
            return;
        }
        subscription.close();
        closed = true;
        thread.interrupt();
        try {
            thread.join(LAST_WORDS.toMillis());
        } catch (InterruptedException hurry) {
            Thread.currentThread().interrupt();
        }
    }

    /** In the store's path: only what the log wants to hear waits for it. */
    private void committed(Commit commit) {
        for (Commit.Change change : commit.changes()) {
            if (LOG.isEnabledForLevel(TaskLine.level(change)) && !waiting.offer(change)) {
                lost.incrementAndGet();
            }
        }
    }

    private void run() {
        try {
            while (!closed) {
                goOnce();
            }
        } catch (InterruptedException end) {
            closed = true;
        }
        for (Commit.Change change = waiting.poll(); change != null; change = waiting.poll()) {
            write(change);
        }
        bound.tellAll(TaskLog::tellLeftOut);
        tellLost();
    }

    /** Whatever happens, the next line is tried: without this thread the log says nothing of tasks any more. */
    private void goOnce() throws InterruptedException {
        try {
            Commit.Change change = waiting.poll(LONGEST_WAIT.toMillis(), TimeUnit.MILLISECONDS);
            if (change != null) {
                write(change);
            }
            bound.tellIfDue(clock.now(), TaskLog::tellLeftOut);
            tellLost();
        } catch (RuntimeException | Error unwritable) {
            lost.incrementAndGet();
        }
    }

    private void write(Commit.Change change) {
        TaskLine line = TaskLine.of(change);
        if (bound.admits(line.sentence(), clock.now())) {
            line.writeTo(LOG);
        }
    }

    private void tellLost() {
        long many = waiting.isEmpty() ? lost.getAndSet(0) : 0;
        if (many > 0) {
            tellLeftOut("events came faster than the log could take them", many);
        }
    }

    private static void tellLeftOut(String kind, long lines) {
        LOG.atWarn().addKeyValue("left_out", lines).log("not every line was written: {}", kind);
    }
}
