package io.prismq.queue.adapter.sqlite.care;

import java.time.Duration;

/** A time that has to pass between two turns; a jump of the clock does not matter to it. For one thread. */
final class Pause {
    private final long nanos;
    private boolean begun;
    private long began;

    Pause(Duration length) {
        this.nanos = length.toNanos();
    }

    /** Whether it is over, as it is when it is asked for the first time. Where it is, the next one begins. */
    boolean isOver() {
        long now = System.nanoTime();
        if (begun && now - began < nanos) {
            return false;
        }
        begun = true;
        began = now;
        return true;
    }
}
