package io.prismq.queue.domain.testing;

import io.prismq.queue.domain.audit.AuditEntry;
import io.prismq.queue.domain.audit.AuditQuery;
import io.prismq.queue.domain.audit.Deed;
import io.prismq.queue.domain.port.AuditLog;
import java.time.Instant;
import java.util.Deque;
import java.util.List;

/** What one unit of work sees of the audit log and adds to it. */
final class InMemoryAudit implements AuditLog {
    private final AuditTable table;
    private final Deque<Runnable> undo;

    InMemoryAudit(AuditTable table, Deque<Runnable> undo) {
        this.table = table;
        this.undo = undo;
    }

    @Override
    public void add(Instant at, Deed deed) {
        AuditEntry added = table.add(at, deed);
        undo.push(() -> table.remove(added));
    }

    @Override
    public int forget(Instant until, int limit) {
        List<AuditEntry> forgotten = table.forget(until, limit);
        undo.push(() -> table.takeBack(forgotten));
        return forgotten.size();
    }

    @Override
    public List<AuditEntry> list(AuditQuery query) {
        return table.list(query);
    }
}
