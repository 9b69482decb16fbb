package io.prismq.queue.adapter.worker.loop;

import java.time.Duration;
import java.time.Instant;

/** How long to wait by a clock that may be set meanwhile: between two bounds. */
public final class Waits {
    private Waits() {}

    public static Duration until(Instant due, Instant now, Duration shortest, Duration longest) {
        if (due.isAfter(now.plus(longest))) {
            return longest;
        }
        return due.isBefore(now.plus(shortest)) ? shortest : Duration.between(now, due);
    }
}
