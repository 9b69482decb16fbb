package io.prismq.queue.adapter.http.exchange;

import io.prismq.queue.domain.port.TaskStoreException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.function.LongSupplier;
import org.slf4j.Logger;

/**
 * Tells the log of failures of the store, which come with every request while they last: the first of a kind at once, the
 * further ones at most once a minute, with their number. Safe for use by many threads.
 */
final class StoreTrouble {
    private static final long QUIET_NANOS = Duration.ofMinutes(1).toNanos();

    private final Logger log;
    private final LongSupplier nanos;
    private final Map<Class<?>, Said> kinds = new HashMap<>();

    /** When a line was last written, and how many were left out since. */
    private record Said(long at, long leftOut) {}

    /** @param nanos a time that never jumps */
    StoreTrouble(Logger log, LongSupplier nanos) {
        this.log = log;
        this.nanos = nanos;
    }

    synchronized void tell(TaskStoreException failure) {
        long now = nanos.getAsLong();
        Said said = kinds.get(failure.getClass());
        if (said == null) {
            kinds.put(failure.getClass(), new Said(now, 0));
            log.warn("The store failed: {}", failure.getMessage(), failure);
        } else if (now - said.at() < QUIET_NANOS) {
            kinds.put(failure.getClass(), new Said(said.at(), said.leftOut() + 1));
        } else {
            kinds.put(failure.getClass(), new Said(now, 0));
            log.warn("The store failed ({} times more since the last line): {}", said.leftOut(), failure.getMessage());
        }
    }
}
