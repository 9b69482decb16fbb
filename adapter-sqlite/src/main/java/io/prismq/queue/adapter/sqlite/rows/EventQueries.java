package io.prismq.queue.adapter.sqlite.rows;

import static io.prismq.queue.adapter.sqlite.jooq.Tables.ACTIVITY;
import static io.prismq.queue.adapter.sqlite.jooq.Tables.EVENT_LOG;
import static io.prismq.queue.adapter.sqlite.rows.TaskQueries.LIMIT;
import static io.prismq.queue.adapter.sqlite.session.Column.place;
import static org.jooq.impl.DSL.deleteFrom;
import static org.jooq.impl.DSL.excluded;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.insertInto;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.table;
import static org.jooq.impl.DSL.when;

import org.jooq.Field;
import org.jooq.Query;
import org.jooq.Table;

/** The statements about events. */
final class EventQueries {
    /** SQLite's own table: https://www.sqlite.org/autoinc.html. */
    private static final Table<?> SEQUENCE = table(name("sqlite_sequence"));

    /** An element of a list, with its place in it: https://www.sqlite.org/json1.html#jeach. */
    private static final Table<?> ELEMENT =
            table("json_each({0})", EVENT_LOG.LIST).as("element");

    private static final Field<Long> ID =
            EVENT_LOG.LAST_ID.minus(EVENT_LOG.EVENTS).plus(inline(1L)).plus(field(name("element", "key"), Long.class));

    /** The highest id that was given out; none before the first event. */
    static final Query LAST_ID = select(field(name("seq"), Long.class))
            .from(SEQUENCE)
            .where(field(name("name"), String.class).eq(inline(EVENT_LOG.getName())));

    static final Query ADD = insertInto(EVENT_LOG, EVENT_LOG.LAST_ID, EVENT_LOG.AT, EVENT_LOG.EVENTS, EVENT_LOG.LIST)
            .values(place(EVENT_LOG.LAST_ID), place(EVENT_LOG.AT), place(EVENT_LOG.EVENTS), place(EVENT_LOG.LIST));

    /** The events after one, in their order, each with its own id first: the id, the id once more, limit. */
    static final Query AFTER = select(
                    ID, value(0), value(1), value(2), value(3), value(4), value(5), value(6), value(7), value(8),
                    value(9), value(10), value(11))
            .from(EVENT_LOG)
            .crossJoin(ELEMENT)
            .where(EVENT_LOG.LAST_ID.gt(place(EVENT_LOG.LAST_ID)), ID.gt(place(EVENT_LOG.LAST_ID)))
            .orderBy(EVENT_LOG.LAST_ID)
            .limit(LIMIT);

    /** The id before the first that is kept. */
    static final Query BEFORE = select(EVENT_LOG.LAST_ID.minus(EVENT_LOG.EVENTS))
            .from(EVENT_LOG)
            .orderBy(EVENT_LOG.LAST_ID)
            .limit(inline(1));

    /** The last of the oldest few commits that may be forgotten: limit, time, id. */
    static final Query FORGETTABLE = forgettable();

    static final Query FORGET = deleteFrom(EVENT_LOG).where(EVENT_LOG.LAST_ID.le(place(EVENT_LOG.LAST_ID)));

    static final Query COUNT = insertInto(ACTIVITY, ACTIVITY.SLOT, ACTIVITY.EVENT, ACTIVITY.MINUTE, ACTIVITY.TIMES)
            .values(place(ACTIVITY.SLOT), place(ACTIVITY.EVENT), place(ACTIVITY.MINUTE), place(ACTIVITY.TIMES))
            .onConflict(ACTIVITY.SLOT, ACTIVITY.EVENT)
            .doUpdate()
            .set(
                    ACTIVITY.TIMES,
                    when(ACTIVITY.MINUTE.eq(excluded(ACTIVITY.MINUTE)), ACTIVITY.TIMES.plus(excluded(ACTIVITY.TIMES)))
                            .otherwise(excluded(ACTIVITY.TIMES)))
            .set(ACTIVITY.MINUTE, excluded(ACTIVITY.MINUTE));

    /** A row for each minute of a day and each event, at most: minute. */
    static final Query SINCE = select(ACTIVITY.MINUTE, ACTIVITY.EVENT, ACTIVITY.TIMES)
            .from(ACTIVITY)
            .where(ACTIVITY.MINUTE.ge(place(ACTIVITY.MINUTE)));

    private EventQueries() {}

    private static Field<Object> value(int index) {
        return field("{0} ->> {1}", field(name("element", "value")), inline(index));
    }

    private static Query forgettable() {
        Table<?> oldest = select(EVENT_LOG.LAST_ID, EVENT_LOG.AT)
                .from(EVENT_LOG)
                .orderBy(EVENT_LOG.LAST_ID)
                .limit(LIMIT)
                .asTable("oldest");
        Field<Long> id = oldest.field(EVENT_LOG.LAST_ID);
        Field<Long> at = oldest.field(EVENT_LOG.AT);
        return select(id)
                .from(oldest)
                .where(at.le(place(EVENT_LOG.AT)).or(id.le(place(EVENT_LOG.LAST_ID))))
                .orderBy(id.desc())
                .limit(inline(1));
    }
}
