package io.prismq.queue.domain.port;

import io.prismq.queue.domain.audit.AuditEntry;
import io.prismq.queue.domain.audit.AuditQuery;
import java.util.List;

/** Questions about what operators did. */
public interface AuditReads {
    /** Entries, the newest first. */
    List<AuditEntry> list(AuditQuery query);
}
