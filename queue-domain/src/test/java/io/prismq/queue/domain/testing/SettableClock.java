package io.prismq.queue.domain.testing;

import io.prismq.queue.domain.port.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** A clock that stands still until it is moved. Safe for use by many threads. */
public final class SettableClock implements Clock {
    private volatile Instant now;

    /** A clock that stands at {@link Tasks#NOW}. */
    public SettableClock() {
        this(Tasks.NOW);
    }

    /** A clock that stands at the given time, cut to whole milliseconds. */
    public SettableClock(Instant start) {
        now = start.truncatedTo(ChronoUnit.MILLIS);
    }

    @Override
    public Instant now() {
        return now;
    }

    /** Sets the clock, forwards or backwards. */
    public synchronized void set(Instant time) {
        now = time.truncatedTo(ChronoUnit.MILLIS);
    }

    /**
     * Moves the clock, backwards where the duration is negative.
     *
     * @return the time that it now shows
     */
    public synchronized Instant advance(Duration by) {
        now = now.plus(by).truncatedTo(ChronoUnit.MILLIS);
        return now;
    }
}
