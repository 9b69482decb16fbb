package io.prismq.queue.bootstrap.audit;

import io.prismq.queue.domain.audit.AuditEntry;
import io.prismq.queue.domain.audit.Deed;
import org.jspecify.annotations.Nullable;

/** What is printed of an entry, under the names that programs know. */
record Printed(
        long audit_id,
        String at_utc,
        String actor,
        @Nullable String address,
        String action,
        @Nullable String target,
        String outcome) {
    static Printed of(AuditEntry entry) {
        Deed deed = entry.deed();
        return new Printed(
                entry.id(),
                entry.at().toString(),
                deed.by().name(),
                deed.by().address(),
                deed.action().word(),
                deed.target(),
                deed.outcome().word());
    }
}
