package io.prismq.queue.adapter.sqlite.rows;

import static io.prismq.queue.adapter.sqlite.jooq.Tables.PAUSED_TYPE;
import static io.prismq.queue.adapter.sqlite.session.Column.place;
import static org.jooq.impl.DSL.deleteFrom;
import static org.jooq.impl.DSL.insertInto;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectCount;

import org.jooq.Query;

/** The statements about paused types: an operator pauses a few, but whoever can reach the server may pause many. */
final class PauseQueries {
    static final Query ALL = select(PAUSED_TYPE.TYPE, PAUSED_TYPE.SINCE).from(PAUSED_TYPE);

    /** One row where the type is paused: type. */
    static final Query IS_PAUSED =
            select(PAUSED_TYPE.SINCE).from(PAUSED_TYPE).where(PAUSED_TYPE.TYPE.eq(place(PAUSED_TYPE.TYPE)));

    static final Query COUNT = selectCount().from(PAUSED_TYPE);

    static final Query PAUSE = insertInto(PAUSED_TYPE, PAUSED_TYPE.TYPE, PAUSED_TYPE.SINCE)
            .values(place(PAUSED_TYPE.TYPE), place(PAUSED_TYPE.SINCE))
            .onConflictDoNothing();

    static final Query RESUME = deleteFrom(PAUSED_TYPE).where(PAUSED_TYPE.TYPE.eq(place(PAUSED_TYPE.TYPE)));

    private PauseQueries() {}
}
