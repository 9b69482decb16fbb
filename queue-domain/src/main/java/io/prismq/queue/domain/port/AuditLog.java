package io.prismq.queue.domain.port;

import io.prismq.queue.domain.audit.Deed;
import java.time.Instant;

/**
 * What operators do, inside the unit of work that does it. Entries MUST NOT be changed, and none but the oldest MUST be
 * forgotten.
 */
public interface AuditLog extends AuditReads {
    /** Keeps what somebody did at the time. */
    void add(Instant at, Deed deed);

    /**
     * Forgets some of the oldest entries: those of the given time or earlier, and what is older than one of them.
     *
     * @param limit how many at most; at least 1
     * @return how many; 0 when nothing is left to forget
     */
    int forget(Instant until, int limit);
}
