package io.prismq.queue.benchmarks.side;

import java.sql.SQLException;

/** Empties a bare queue as a worker does: a hundred tasks are claimed in one commit and completed in the next. */
public final class BareDrain {
    private static final int AT_ONCE = 100;
    private static final int ENQUEUED_AT_ONCE = 1000;

    private final BareQueue queue;
    private final String result;

    /** @param result what each task comes to, in JSON */
    public BareDrain(BareDatabase database, String result) throws SQLException {
        this.queue = new BareQueue(database);
        this.result = result;
    }

    /** Enqueues tasks and tells how fast they were drained afterwards. */
    public double tasksPerSecond(int tasks) throws SQLException {
        for (int left = tasks; left > 0; left -= ENQUEUED_AT_ONCE) {
            queue.enqueue(Math.min(left, ENQUEUED_AT_ONCE));
        }
        long begun = System.nanoTime();
        while (queue.drain(AT_ONCE, result)) {
            // The next hundred.
        }
        return tasks * 1e9 / (System.nanoTime() - begun);
    }
}
