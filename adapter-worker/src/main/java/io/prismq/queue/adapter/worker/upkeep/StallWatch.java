package io.prismq.queue.adapter.worker.upkeep;

import io.prismq.queue.domain.port.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.LongSupplier;

/**
 * Notices that the process stood still, or that its clock jumped ahead, between two questions that are asked at least
 * every second. A suspended machine is seen by the clock alone, a stopped process under a clock that was set back by the
 * steady time alone.
 */
final class StallWatch {
    static final Duration LIMIT = Duration.ofSeconds(5);

    private final Clock clock;
    private final LongSupplier steadyNanos;
    private Instant askedAt;
    private long askedAtNanos;

    /** Counts from now, by the clock and by a steady time in nanoseconds. */
    StallWatch(Clock clock, LongSupplier steadyNanos) {
        this.clock = clock;
        this.steadyNanos = steadyNanos;
        this.askedAt = clock.now();
        this.askedAtNanos = steadyNanos.getAsLong();
    }

    boolean sinceLastAsked() {
        Instant now = clock.now();
        long nowNanos = steadyNanos.getAsLong();
        boolean stalled =
                Duration.between(askedAt, now).compareTo(LIMIT) > 0 || nowNanos - askedAtNanos > LIMIT.toNanos();
        askedAt = now;
        askedAtNanos = nowNanos;
        return stalled;
    }
}
