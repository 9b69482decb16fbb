package io.prismq.queue.adapter.sqlite.rows;

import io.prismq.queue.adapter.sqlite.session.Column;
import io.prismq.queue.adapter.sqlite.session.Row;
import io.prismq.queue.adapter.sqlite.session.Session;
import io.prismq.queue.domain.audit.Action;
import io.prismq.queue.domain.audit.AuditEntry;
import io.prismq.queue.domain.audit.AuditQuery;
import io.prismq.queue.domain.audit.Deed;
import io.prismq.queue.domain.port.AuditLog;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jooq.Query;

/** The audit log, as one session sees it. */
final class SqliteAudit implements AuditLog {
    private final Session session;

    SqliteAudit(Session session) {
        this.session = session;
    }

    @Override
    public void add(Instant at, Deed deed) {
        session.update(AuditQueries.ADD, Column.values(AuditRows.COLUMNS, new AuditRows.Dated(at, deed)));
    }

    @Override
    public int forget(Instant until, int limit) {
        return session.first(AuditQueries.FORGETTABLE, Row::number, limit, until.toEpochMilli())
                .map(last -> session.update(AuditQueries.FORGET, last))
                .orElse(0);
    }

    @Override
    public List<AuditEntry> list(AuditQuery query) {
        Stream<Object> words = Stream.concat(query.actor().stream(), query.action().map(Action::word).stream());
        Object[] values = Stream.of(Stream.of(query.after(), query.before()), words, Stream.of(query.limit()))
                .flatMap(part -> part)
                .toArray();
        return session.list(statement(query), AuditRows::entry, values);
    }

    private static Query statement(AuditQuery query) {
        if (query.actor().isPresent()) {
            return query.action().isPresent() ? AuditQueries.BY_BOTH : AuditQueries.BY_ACTOR;
        }
        return query.action().isPresent() ? AuditQueries.BY_ACTION : AuditQueries.LIST;
    }
}
