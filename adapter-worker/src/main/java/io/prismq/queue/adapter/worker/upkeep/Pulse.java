package io.prismq.queue.adapter.worker.upkeep;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/** When something was last seen to go on. Safe for use by many threads. */
final class Pulse {
    private final LongSupplier steadyNanos;
    private final AtomicLong beatAtNanos;

    /** Counts from now, by a steady time in nanoseconds. */
    Pulse(LongSupplier steadyNanos) {
        this.steadyNanos = steadyNanos;
        this.beatAtNanos = new AtomicLong(steadyNanos.getAsLong());
    }

    void beat() {
        beatAtNanos.set(steadyNanos.getAsLong());
    }

    Duration sinceBeat() {
        return Duration.ofNanos(steadyNanos.getAsLong() - beatAtNanos.get());
    }
}
