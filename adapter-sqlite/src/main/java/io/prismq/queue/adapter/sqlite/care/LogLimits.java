package io.prismq.queue.adapter.sqlite.care;

import java.time.Duration;

/**
 * How long the write-ahead log gets, in pages of 4 KiB, and what it may cost to keep it so.
 *
 * @param worthMoving from so many pages on they are moved into the database, beside the writes
 * @param worthAMoment from here on writers give way for a moment, so that the log can begin anew
 * @param tooLong from here on they give way until those who read are done
 * @param moment how long writers are held up at most where the log is worth a moment
 * @param patience how long where it is too long
 */
public record LogLimits(long worthMoving, long worthAMoment, long tooLong, Duration moment, Duration patience) {
    /** 4, 16 and 32 MiB. */
    public static final LogLimits SHIPPED =
            new LogLimits(1024, 4096, 8192, Duration.ofMillis(10), Duration.ofSeconds(2));
}
