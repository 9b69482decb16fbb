package io.prismq.queue.adapter.http.exchange;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.function.LongSupplier;
import org.slf4j.Logger;

/**
 * Tells the log of what every request meets while it lasts: the first of a kind at once, the further ones at most once a
 * minute, with their number. Safe for use by many threads.
 */
final class Trouble {
    private static final long QUIET_NANOS = Duration.ofMinutes(1).toNanos();

    private final Logger log;
    private final LongSupplier nanos;
    private final Map<Class<?>, Said> kinds = new HashMap<>();

    /** When a line was last written, and how many were left out since. */
    private record Said(long at, long leftOut) {}

    /** @param nanos a time that never jumps */
    Trouble(Logger log, LongSupplier nanos) {
        this.log = log;
        this.nanos = nanos;
    }

    /** @param what is to be said of failures of its kind */
    synchronized void tell(String what, RuntimeException failure) {
        long now = nanos.getAsLong();
        Said said = kinds.get(failure.getClass());
        if (said == null) {
            kinds.put(failure.getClass(), new Said(now, 0));
            log.warn("{}: {}", what, failure.getMessage(), failure);
        } else if (now - said.at() < QUIET_NANOS) {
            kinds.put(failure.getClass(), new Said(said.at(), said.leftOut() + 1));
        } else {
            kinds.put(failure.getClass(), new Said(now, 0));
            log.warn("{} ({} times more since the last line): {}", what, said.leftOut(), failure.getMessage());
        }
    }
}
