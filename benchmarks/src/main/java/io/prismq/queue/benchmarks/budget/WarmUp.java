package io.prismq.queue.benchmarks.budget;

import io.prismq.queue.benchmarks.budget.Pair.Trial;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;

/** Has a side work until it gets no faster: the compiler of Java takes its time, and more of it on few cores. */
final class WarmUp {
    /** A side is warm when for this part of the longest warm-up no reading was much better than the best before it. */
    private static final int STEADY_PART = 5;

    private static final double HARDLY = 1.05;

    private WarmUp() {}

    /**
     * Returns when the side is warm.
     *
     * @param longest no reading begins later
     * @param rate the more, the better
     */
    static void of(Duration longest, Trial rate) throws IOException, SQLException {
        long begun = System.nanoTime();
        long steady = longest.toNanos() / STEADY_PART;
        long faster = begun;
        double best = 0;
        while (System.nanoTime() - begun < longest.toNanos() && System.nanoTime() - faster < steady) {
            double reading = rate.read();
            if (reading > best * HARDLY) {
                faster = System.nanoTime();
            }
            best = Math.max(best, reading);
        }
    }
}
