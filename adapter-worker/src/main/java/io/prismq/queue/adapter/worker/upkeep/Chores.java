package io.prismq.queue.adapter.worker.upkeep;

import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * What the process does from time to time, each chore on a thread of its own: a long one holds up no other.
 *
 * <p>Does nothing before {@link #start()}; runs once. Safe for use by many threads.
 */
public final class Chores {
    private static final Duration AFTER_FAILURE = Duration.ofSeconds(10);

    private final List<ChoreThread> threads;

    /** The chores by name. */
    public Chores(Map<String, Chore> chores) {
        this(chores, AFTER_FAILURE);
    }

    Chores(Map<String, Chore> chores, Duration afterFailure) {
        this.threads = chores.entrySet().stream()
                .map(chore -> new ChoreThread(chore.getKey(), chore.getValue(), afterFailure))
                .toList();
    }

    /**
     * Begins with all of them.
     *
     * @throws IllegalThreadStateException if they were started before
     */
    public void start() {
        threads.forEach(ChoreThread::start);
    }

    /**
     * Ends all of them.
     *
     * @param grace how long one that is under way may take to end; not negative
     */
    public void stop(Duration grace) {
        threads.forEach(ChoreThread::end);
        threads.forEach(thread -> thread.join(grace));
    }
}
