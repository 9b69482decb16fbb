package io.prismq.queue.adapter.sqlite.rows;

import static io.prismq.queue.adapter.sqlite.jooq.Tables.ATTEMPT;
import static io.prismq.queue.adapter.sqlite.jooq.Tables.TASK_LOG;
import static io.prismq.queue.adapter.sqlite.rows.TaskQueries.LIMIT;
import static io.prismq.queue.adapter.sqlite.session.Column.place;
import static org.jooq.impl.DSL.deleteFrom;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.insertInto;
import static org.jooq.impl.DSL.select;

import io.prismq.queue.adapter.sqlite.session.Column;
import org.jooq.Query;

/** The statements about attempts and logs. Each stays within one task: the keys begin with its id. */
final class HistoryQueries {
    static final Query ADD_ATTEMPT =
            insertInto(ATTEMPT).columns(Column.fields(HistoryRows.ENDED)).values(Column.places(HistoryRows.ENDED));

    /** Forgets the attempts up to a claim: task, claim. */
    static final Query FORGET_ATTEMPTS = deleteFrom(ATTEMPT)
            .where(ATTEMPT.TASK_ID.eq(place(ATTEMPT.TASK_ID)), ATTEMPT.CLAIM_NO.le(place(ATTEMPT.CLAIM_NO)));

    /** The oldest first: task. */
    static final Query ATTEMPTS = select(Column.fields(HistoryRows.ENDED))
            .from(ATTEMPT)
            .where(ATTEMPT.TASK_ID.eq(place(ATTEMPT.TASK_ID)))
            .orderBy(ATTEMPT.CLAIM_NO);

    /** The attempt with a token; what is told again was told lately, so the latest are looked at first: task, token. */
    static final Query ATTEMPT_WITH_TOKEN = select(Column.fields(HistoryRows.ENDED))
            .from(ATTEMPT)
            .where(ATTEMPT.TASK_ID.eq(place(ATTEMPT.TASK_ID)), ATTEMPT.LEASE_TOKEN.eq(place(ATTEMPT.LEASE_TOKEN)))
            .orderBy(ATTEMPT.CLAIM_NO.desc())
            .limit(inline(1));

    static final Query ADD_LINE =
            insertInto(TASK_LOG).columns(Column.fields(HistoryRows.LOGGED)).values(Column.places(HistoryRows.LOGGED));

    /** The number of the last line: task. */
    static final Query LAST_LINE = select(TASK_LOG.LINE)
            .from(TASK_LOG)
            .where(TASK_LOG.TASK_ID.eq(place(TASK_LOG.TASK_ID)))
            .orderBy(TASK_LOG.LINE.desc())
            .limit(inline(1));

    /** Forgets the lines up to a number: task, number. */
    static final Query FORGET_LINES = deleteFrom(TASK_LOG)
            .where(TASK_LOG.TASK_ID.eq(place(TASK_LOG.TASK_ID)), TASK_LOG.LINE.le(place(TASK_LOG.LINE)));

    /** Lines after a number, the oldest first: task, number, limit. */
    static final Query LINES = select(TASK_LOG.LINE, TASK_LOG.AT, TASK_LOG.LEVEL, TASK_LOG.MESSAGE, TASK_LOG.DETAILS)
            .from(TASK_LOG)
            .where(TASK_LOG.TASK_ID.eq(place(TASK_LOG.TASK_ID)), TASK_LOG.LINE.gt(place(TASK_LOG.LINE)))
            .orderBy(TASK_LOG.LINE)
            .limit(LIMIT);

    private HistoryQueries() {}
}
