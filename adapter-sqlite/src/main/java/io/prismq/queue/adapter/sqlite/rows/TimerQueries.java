package io.prismq.queue.adapter.sqlite.rows;

import static io.prismq.queue.adapter.sqlite.jooq.Tables.TASK;
import static io.prismq.queue.adapter.sqlite.session.Column.place;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.select;

import io.prismq.queue.domain.port.Timer;
import io.prismq.queue.domain.task.TaskStatus;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Query;

/**
 * What can be asked of a timer, each served by the partial index that holds the tasks on it.
 *
 * @param next the earliest time on it
 * @param ripe the tasks that are on it with this time or an earlier one, the earliest first: until, limit
 */
record TimerQueries(Query next, Query ripe) {
    private static final TimerQueries DUE = of(TASK.RUN_AFTER, TaskQueries.is(TaskStatus.SCHEDULED));
    private static final TimerQueries LEASE = of(TASK.LEASE_UNTIL, TaskQueries.is(TaskStatus.PROCESSING));
    private static final TimerQueries EXPIRY = of(TASK.EXPIRES_AT, TASK.EXPIRES_AT.isNotNull());

    static TimerQueries of(Timer timer) {
        return switch (timer) {
            case DUE -> DUE;
            case LEASE -> LEASE;
            case EXPIRY -> EXPIRY;
        };
    }

    private static TimerQueries of(Field<Long> time, Condition running) {
        return new TimerQueries(
                select(time).from(TASK).where(running).orderBy(time).limit(inline(1)),
                select(TaskRows.COLUMNS)
                        .from(TASK)
                        .where(running, time.le(place(time)))
                        .orderBy(time, TASK.ID)
                        .limit(TaskQueries.LIMIT));
    }
}
