package io.prismq.queue.adapter.sqlite.rows;

import static io.prismq.queue.adapter.sqlite.jooq.Tables.AUDIT_LOG;

import io.prismq.queue.adapter.sqlite.session.Column;
import io.prismq.queue.adapter.sqlite.session.Row;
import io.prismq.queue.domain.audit.Action;
import io.prismq.queue.domain.audit.AuditEntry;
import io.prismq.queue.domain.audit.By;
import io.prismq.queue.domain.audit.Deed;
import io.prismq.queue.domain.audit.Outcome;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;

/** Rows of the audit log. The columns and the calls that read them stand in the same order. */
final class AuditRows {
    /** A deed that has no id yet. */
    record Dated(Instant at, Deed deed) {}

    static final List<Column<Dated>> COLUMNS = List.of(
            new Column<>(AUDIT_LOG.AT, it -> it.at().toEpochMilli()),
            new Column<>(AUDIT_LOG.ACTOR, it -> it.deed().by().name()),
            new Column<>(AUDIT_LOG.ADDRESS, it -> it.deed().by().address()),
            new Column<>(AUDIT_LOG.ACTION, it -> it.deed().action().word()),
            new Column<>(AUDIT_LOG.TARGET, it -> it.deed().target()),
            new Column<>(AUDIT_LOG.OUTCOME, it -> it.deed().outcome().word()));

    private AuditRows() {}

    /** An entry behind its id. */
    static AuditEntry entry(Row row) throws SQLException {
        return new AuditEntry(row.number(), row.time(), deed(row));
    }

    private static Deed deed(Row row) throws SQLException {
        return new Deed(
                new By(row.text(), row.optionalText()),
                Action.of(row.text()).orElseThrow(),
                row.optionalText(),
                Outcome.of(row.text()).orElseThrow());
    }
}
