package io.prismq.queue.benchmarks.budget;

import java.time.Duration;

/**
 * How much a run takes upon itself.
 *
 * @param patience after so long, nothing more is begun
 * @param pairs how often each side is read
 * @param window how long one reading of a steady load takes
 * @param warmUp how long a side runs before at most; it ends as soon as the side gets no faster
 * @param tasks how many tasks one reading enqueues or drains
 * @param requests how many single requests one reading sends
 * @param few what a database holds that is compared with large ones
 * @param many what a large database holds
 * @param most what the largest holds
 */
public record Effort(
        Duration patience,
        int pairs,
        Duration window,
        Duration warmUp,
        int tasks,
        int requests,
        int few,
        int many,
        int most) {
    public static final Effort FULL = new Effort(
            Duration.ofMinutes(7),
            5,
            Duration.ofSeconds(2),
            Duration.ofSeconds(30),
            20_000,
            300,
            10_000,
            1_000_000,
            5_000_000);

    public static final Effort QUICK = new Effort(
            Duration.ofSeconds(80),
            3,
            Duration.ofSeconds(1),
            Duration.ofSeconds(12),
            8_000,
            100,
            10_000,
            100_000,
            200_000);
}
