package io.prismq.queue.benchmarks.budget;

import io.prismq.queue.benchmarks.budget.Pair.Trial;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;

/** Has a side work until it gets no faster: the compiler of Java takes its time, and more of it on few cores. */
final class WarmUp {
    /** So many readings in turn that are hardly better than the best before them. */
    private static final int STEADY = 3;

    private static final double HARDLY = 1.03;

    private WarmUp() {}

    /**
     * Returns when the side is warm.
     *
     * @param longest no reading begins later
     * @param rate the more, the better
     */
    static void of(Duration longest, Trial rate) throws IOException, SQLException {
        long begun = System.nanoTime();
        double best = 0;
        for (int steady = 0; steady < STEADY && System.nanoTime() - begun < longest.toNanos(); ) {
            double reading = rate.read();
            steady = reading > best * HARDLY ? 0 : steady + 1;
            best = Math.max(best, reading);
        }
    }
}
