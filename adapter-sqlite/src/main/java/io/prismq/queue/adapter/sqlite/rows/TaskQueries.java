package io.prismq.queue.adapter.sqlite.rows;

import static io.prismq.queue.adapter.sqlite.jooq.Tables.LANE;
import static io.prismq.queue.adapter.sqlite.jooq.Tables.LANE_COUNT;
import static io.prismq.queue.adapter.sqlite.jooq.Tables.TASK;
import static io.prismq.queue.adapter.sqlite.jooq.Tables.TASK_PAYLOAD;
import static io.prismq.queue.adapter.sqlite.jooq.Tables.TASK_RESULT;
import static io.prismq.queue.adapter.sqlite.session.Column.place;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.param;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.sum;

import io.prismq.queue.domain.task.TaskStatus;
import java.math.BigDecimal;
import java.util.stream.Stream;
import org.jooq.Condition;
import org.jooq.Param;
import org.jooq.Query;
import org.jooq.SelectField;
import org.jooq.SelectJoinStep;

/**
 * The statements that ask. A status that decides which partial index serves is a literal: SQLite compares the text of
 * the condition with that of the index and knows nothing of bound values.
 */
final class TaskQueries {
    static final Param<Long> LIMIT = param("limit", Long.class);

    static final Query FIND = select(TaskRows.COLUMNS).from(TASK).where(TASK.ID.eq(place(TASK.ID)));

    static final Query LOAD = stored().where(TASK.ID.eq(place(TASK.ID)));

    static final Query FIND_BY_KEY =
            select(TaskRows.COLUMNS).from(TASK).where(TASK.IDEMPOTENCY_KEY.eq(place(TASK.IDEMPOTENCY_KEY)));

    /** All tasks, newest first: before, limit. */
    static final Query NEWEST = select(TASK.ID)
            .from(TASK)
            .where(TASK.ID.lt(place(TASK.ID)))
            .orderBy(TASK.ID.desc())
            .limit(LIMIT);

    /** The tasks with a key between two, in the order of keys: first, end, limit. */
    static final Query BY_KEY_PREFIX = select(TaskRows.COLUMNS)
            .from(TASK)
            .where(TASK.IDEMPOTENCY_KEY.ge(place(TASK.IDEMPOTENCY_KEY)))
            .and(TASK.IDEMPOTENCY_KEY.lt(place(TASK.IDEMPOTENCY_KEY)))
            .orderBy(TASK.IDEMPOTENCY_KEY)
            .limit(LIMIT);

    /** The first task with an id from here on, and when it was created: id. */
    static final Query NEXT_BORN = select(TASK.ID, TASK.CREATED_AT)
            .from(TASK)
            .where(TASK.ID.ge(place(TASK.ID)))
            .orderBy(TASK.ID)
            .limit(inline(1));

    /** The tasks of a lane in a status, newest first: lane, status, before, after, limit. */
    static final Query NEWEST_IN_LANE = select(TASK.ID)
            .from(TASK)
            .where(TASK.LANE_ID.eq(place(TASK.LANE_ID)), TASK.STATUS.eq(place(TASK.STATUS)))
            .and(TASK.ID.lt(place(TASK.ID)))
            .and(TASK.ID.gt(place(TASK.ID)))
            .orderBy(TASK.ID.desc())
            .limit(LIMIT);

    /** When the oldest queued task of a lane was created: lane. Ids rise with time. */
    static final Query OLDEST_QUEUED_IN_LANE = select(TASK.CREATED_AT)
            .from(TASK)
            .where(TASK.LANE_ID.eq(place(TASK.LANE_ID)), TASK.STATUS.eq(inline(Codes.of(TaskStatus.QUEUED))))
            .orderBy(TASK.ID)
            .limit(inline(1));

    /**
     * Tasks of a type in a final status that have ended by a time: type, status, until, limit. A cross join keeps the
     * order of the tables: https://www.sqlite.org/optoverview.html#manual_control_of_query_plans_using_cross_join.
     */
    static final Query FINISHED = select(TASK.ID)
            .from(LANE)
            .crossJoin(TASK)
            .where(LANE.TYPE.eq(place(LANE.TYPE)), TASK.LANE_ID.eq(LANE.ID), TASK.STATUS.eq(place(TASK.STATUS)))
            .and(TASK.FINISHED_AT.le(place(TASK.FINISHED_AT)))
            .limit(LIMIT);

    static final Query COUNTS = select(LANE_COUNT.LANE_ID, LANE_COUNT.STATUS, LANE_COUNT.TASKS)
            .from(LANE_COUNT)
            .where(LANE_COUNT.TASKS.gt(inline(0L)));

    static final Query TOTAL =
            select(coalesce(sum(LANE_COUNT.TASKS), inline(BigDecimal.ZERO))).from(LANE_COUNT);

    private TaskQueries() {}

    /** Tasks with their payloads and results. */
    static SelectJoinStep<?> stored() {
        return select(Stream.<SelectField<?>>concat(
                                TaskRows.COLUMNS.stream(),
                                Stream.of(coalesce(TASK.PAYLOAD, TASK_PAYLOAD.JSON), TASK_RESULT.JSON))
                        .toList())
                .from(TASK)
                .leftJoin(TASK_PAYLOAD)
                .on(TASK_PAYLOAD.TASK_ID.eq(TASK.ID))
                .leftJoin(TASK_RESULT)
                .on(TASK_RESULT.TASK_ID.eq(TASK.ID));
    }

    static Condition is(TaskStatus status) {
        return TASK.STATUS.eq(inline(Codes.of(status)));
    }
}
