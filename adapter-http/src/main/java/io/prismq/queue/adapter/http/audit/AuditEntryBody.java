package io.prismq.queue.adapter.http.audit;

import io.prismq.queue.domain.audit.AuditEntry;
import io.prismq.queue.domain.audit.Deed;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What somebody did, as the API shows it. */
record AuditEntryBody(
        long auditId,
        Instant atUtc,
        String actor,
        @Nullable String address,
        String action,
        @Nullable String target,
        String outcome) {
    static AuditEntryBody from(AuditEntry entry) {
        Deed deed = entry.deed();
        return new AuditEntryBody(
                entry.id(),
                entry.at(),
                deed.by().name(),
                deed.by().address(),
                deed.action().word(),
                deed.target(),
                deed.outcome().word());
    }
}
