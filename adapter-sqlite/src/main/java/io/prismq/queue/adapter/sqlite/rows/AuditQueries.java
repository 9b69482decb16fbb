package io.prismq.queue.adapter.sqlite.rows;

import static io.prismq.queue.adapter.sqlite.jooq.Tables.AUDIT_LOG;
import static io.prismq.queue.adapter.sqlite.rows.TaskQueries.LIMIT;
import static io.prismq.queue.adapter.sqlite.session.Column.place;
import static org.jooq.impl.DSL.and;
import static org.jooq.impl.DSL.deleteFrom;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.insertInto;
import static org.jooq.impl.DSL.select;

import io.prismq.queue.adapter.sqlite.session.Column;
import java.util.stream.Stream;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Query;
import org.jooq.Table;

/** The statements about the audit log. The newest come first; each takes an id, another that is higher, and a limit last. */
final class AuditQueries {
    static final Query ADD =
            insertInto(AUDIT_LOG).columns(Column.fields(AuditRows.COLUMNS)).values(Column.places(AuditRows.COLUMNS));

    static final Query LIST = list();

    /** The name behind the ids. */
    static final Query BY_ACTOR = list(AUDIT_LOG.ACTOR.eq(place(AUDIT_LOG.ACTOR)));

    /** The word behind the ids. */
    static final Query BY_ACTION = list(AUDIT_LOG.ACTION.eq(place(AUDIT_LOG.ACTION)));

    /** The name and the word behind the ids. */
    static final Query BY_BOTH =
            list(AUDIT_LOG.ACTOR.eq(place(AUDIT_LOG.ACTOR)), AUDIT_LOG.ACTION.eq(place(AUDIT_LOG.ACTION)));

    /** The last of the oldest few that may be forgotten: limit, time. */
    static final Query FORGETTABLE = forgettable();

    static final Query FORGET = deleteFrom(AUDIT_LOG).where(AUDIT_LOG.ID.le(place(AUDIT_LOG.ID)));

    private AuditQueries() {}

    private static Query list(Condition... conditions) {
        return select(Stream.concat(Stream.of(AUDIT_LOG.ID), Column.fields(AuditRows.COLUMNS).stream())
                        .toList())
                .from(AUDIT_LOG)
                .where(AUDIT_LOG.ID.gt(place(AUDIT_LOG.ID)), AUDIT_LOG.ID.lt(place(AUDIT_LOG.ID)))
                .and(and(conditions))
                .orderBy(AUDIT_LOG.ID.desc())
                .limit(LIMIT);
    }

    private static Query forgettable() {
        Table<?> oldest = select(AUDIT_LOG.ID, AUDIT_LOG.AT)
                .from(AUDIT_LOG)
                .orderBy(AUDIT_LOG.ID)
                .limit(LIMIT)
                .asTable("oldest");
        Field<Long> id = oldest.field(AUDIT_LOG.ID);
        return select(id)
                .from(oldest)
                .where(oldest.field(AUDIT_LOG.AT).le(place(AUDIT_LOG.AT)))
                .orderBy(id.desc())
                .limit(inline(1));
    }
}
