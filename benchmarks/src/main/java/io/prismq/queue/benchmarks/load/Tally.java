package io.prismq.queue.benchmarks.load;

/**
 * What came of a load.
 *
 * @param failures answers other than 2xx, and connections that broke
 * @param nanos from the first request to the last answer
 */
public record Tally(int answers, int failures, long nanos, Latencies latencies) {
    public double perSecond() {
        return answers * 1e9 / nanos;
    }

    /** The same, where nothing failed. */
    public Tally requireFlawless() {
        if (failures > 0) {
            throw new LoadException("%d of %d requests failed".formatted(failures, answers + failures));
        }
        return this;
    }
}
