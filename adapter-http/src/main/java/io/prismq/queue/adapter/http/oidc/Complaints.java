package io.prismq.queue.adapter.http.oidc;

import java.time.Duration;
import java.util.function.LongSupplier;
import org.slf4j.Logger;

/** Tells the log what may be wrong with every request: once a minute at most. Safe for use by many threads. */
final class Complaints {
    private static final long QUIET_NANOS = Duration.ofMinutes(1).toNanos();

    /** A part of it may be what a stranger chose. */
    private static final int MOST_CHARACTERS = 300;

    private final Logger log;
    private final LongSupplier nanos;
    private long next;
    private long leftOut;

    /** @param nanos a time that never jumps */
    Complaints(Logger log, LongSupplier nanos) {
        this.log = log;
        this.nanos = nanos;
        this.next = nanos.getAsLong();
    }

    synchronized void tell(String what) {
        long now = nanos.getAsLong();
        if (now - next < 0) {
            leftOut++;
            return;
        }
        String line = what.length() <= MOST_CHARACTERS ? what : what.substring(0, MOST_CHARACTERS) + "...";
        if (leftOut == 0) {
            log.warn(line);
        } else {
            log.warn("{} ({} times the like since the last line)", line, leftOut);
        }
        next = now + QUIET_NANOS;
        leftOut = 0;
    }
}
