package io.prismq.queue.domain.audit;

import java.util.Optional;

/**
 * Which entries are asked for.
 *
 * @param after only entries with a higher id
 * @param before only entries with a lower id
 * @param actor only what whoever has this name did
 * @param limit at least 1
 */
public record AuditQuery(long after, long before, Optional<String> actor, Optional<Action> action, int limit) {
    /** The newest entries of everybody. */
    public static AuditQuery newest(int limit) {
        return new AuditQuery(0, Long.MAX_VALUE, Optional.empty(), Optional.empty(), limit);
    }

    /** The same question about entries with a lower id. */
    public AuditQuery before(long id) {
        return new AuditQuery(after, id, actor, action, limit);
    }
}
