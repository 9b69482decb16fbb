package io.prismq.queue.adapter.worker;

import java.time.Duration;

/**
 * How many tasks a worker claims ahead. Where nobody has said it: as many as its slots begin until a claim that is made
 * now has come, so that slots do not stand idle between short tasks, and long ones are left to others. Safe for use by
 * many threads.
 */
final class Foresight {
    /** How long a claim takes, at most, on a store that has much to do. */
    private static final Duration HORIZON = Duration.ofMillis(20);

    /** Beyond this, a commit has as much to do as it can share. */
    private static final int MOST = 250;

    /** The weight of the latest run in the average. */
    private static final double NEW = 1.0 / 16;

    /** Nanoseconds, as are all lengths of runs here. */
    private static final double LONG = 1e9;

    private static final double SHORT = 1e3;

    private final Slots slots;
    private double average = LONG;

    Foresight(Slots slots) {
        this.slots = slots;
    }

    synchronized int ahead() {
        Integer said = slots.prefetch();
        return said != null ? said : (int) Math.min(MOST, slots.all() * HORIZON.toNanos() / average);
    }

    /** A handler has come back. */
    synchronized void ran(Duration took) {
        average = Math.max(SHORT, average + NEW * (took.toNanos() - average));
    }

    /** What was claimed ahead waits for a slot all the same. */
    synchronized void erred() {
        average = LONG;
    }
}
