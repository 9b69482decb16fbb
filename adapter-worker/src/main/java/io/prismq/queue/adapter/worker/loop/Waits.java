package io.prismq.queue.adapter.worker.loop;

import java.time.Duration;
import java.time.Instant;

/** Until when, and how long, to wait by a clock that may be set meanwhile. */
public final class Waits {
    private Waits() {}

    public static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    /** How long it is until then: between two bounds. */
    public static Duration until(Instant due, Instant now, Duration shortest, Duration longest) {
        if (due.isAfter(now.plus(longest))) {
            return longest;
        }
        return due.isBefore(now.plus(shortest)) ? shortest : Duration.between(now, due);
    }
}
