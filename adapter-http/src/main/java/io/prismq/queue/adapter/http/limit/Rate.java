package io.prismq.queue.adapter.http.limit;

import java.time.Duration;

/**
 * How often a caller may ask.
 *
 * @param burst how often at once, after a rest; at least 1
 * @param refill how long the rest has to be; positive
 */
public record Rate(long burst, Duration refill) {
    /** So many a second, of which those that were not made are saved up to the burst. */
    public static Rate perSecond(int requests, int burst) {
        return new Rate(burst, Duration.ofSeconds(burst).dividedBy(requests));
    }
}
