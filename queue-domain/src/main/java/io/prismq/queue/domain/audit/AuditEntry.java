package io.prismq.queue.domain.audit;

import java.time.Instant;

/**
 * A deed, as the audit log keeps it.
 *
 * @param id rises in the order of commits and never comes twice; from 1
 */
public record AuditEntry(long id, Instant at, Deed deed) {}
