package io.prismq.queue.adapter.telemetry.metrics;

import java.time.Duration;
import java.util.stream.DoubleStream;

/** Where the histograms are cut. */
final class Buckets {
    /** From a task that finds an idle worker to one that waits for a day. */
    private static final double[] WAIT_SECONDS = {0.005, 0.025, 0.1, 0.5, 1, 5, 15, 60, 300, 900, 3600, 21_600, 86_400};

    private static final double[] RUN_SECONDS = {0.005, 0.025, 0.1, 0.5, 1, 2.5, 5, 10, 30, 60, 300, 900, 3600};

    private static final double[] COMMIT_SECONDS = {0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 1, 5};

    /** Beyond what a request takes by itself there is the longest wait that it may ask for, a minute. */
    private static final double[] REQUEST_SECONDS = {0.001, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 1, 2.5, 10, 30, 60};

    private static final double[] COMMIT_UNITS = {1, 2, 5, 10, 25, 50, 100, 250, 500, 1000};

    private static final double NANOS_PER_SECOND = 1e9;

    private Buckets() {}

    static Duration[] ofWaits() {
        return durations(WAIT_SECONDS);
    }

    static Duration[] ofRuns() {
        return durations(RUN_SECONDS);
    }

    static Duration[] ofCommits() {
        return durations(COMMIT_SECONDS);
    }

    static Duration[] ofRequests() {
        return durations(REQUEST_SECONDS);
    }

    static double[] ofCommitUnits() {
        return COMMIT_UNITS.clone();
    }

    private static Duration[] durations(double[] seconds) {
        return DoubleStream.of(seconds)
                .mapToObj(length -> Duration.ofNanos(Math.round(length * NANOS_PER_SECOND)))
                .toArray(Duration[]::new);
    }
}
