package io.prismq.queue.bootstrap.remote;

import java.time.Duration;

/**
 * How often there is a heartbeat: when there is something to tell, at every tick; otherwise when a third of the lease has
 * passed, which is a whole number of ticks.
 *
 * @param tick a second and a little more; less only where the lease needs it
 */
record Pace(Duration tick, long ticksPerRenewal) {
    private static final long PARTS_OF_THE_LEASE = 3;
    private static final Duration SHORTEST = Duration.ofMillis(100);

    static Pace of(Duration lease) {
        Duration third = lease.dividedBy(PARTS_OF_THE_LEASE);
        long ticks = Math.max(1, third.toSeconds());
        Duration tick = third.dividedBy(ticks);
        return new Pace(tick.compareTo(SHORTEST) < 0 ? SHORTEST : tick, ticks);
    }
}
