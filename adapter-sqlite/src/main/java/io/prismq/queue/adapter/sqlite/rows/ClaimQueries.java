package io.prismq.queue.adapter.sqlite.rows;

import static io.prismq.queue.adapter.sqlite.jooq.Tables.TASK;
import static io.prismq.queue.adapter.sqlite.rows.TaskQueries.LIMIT;
import static io.prismq.queue.adapter.sqlite.rows.TaskQueries.is;
import static io.prismq.queue.adapter.sqlite.session.Column.place;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.withRecursive;

import io.prismq.queue.domain.task.TaskStatus;
import org.jooq.CommonTableExpression;
import org.jooq.Field;
import org.jooq.Query;
import org.jooq.Record1;

/** The statements by which a claim finds its tasks: each looks at one lane, and at nothing that cannot be claimed. */
final class ClaimQueries {
    /** The first by priority, then by age: lane, lowest number, highest number, limit. */
    static final Query BY_PRIORITY = select(TASK.PRIORITY, TASK.ID)
            .from(TASK)
            .where(TASK.LANE_ID.eq(place(TASK.LANE_ID)), is(TaskStatus.QUEUED))
            .and(TASK.PRIORITY.ge(place(TASK.PRIORITY)))
            .and(TASK.PRIORITY.le(place(TASK.PRIORITY)))
            .orderBy(TASK.PRIORITY, TASK.ID)
            .limit(LIMIT);

    /** The first by age; the status is bound, so that the index of lists serves: lane, status, before, limit. */
    static final Query OLDEST = select(TASK.ID)
            .from(TASK)
            .where(TASK.LANE_ID.eq(place(TASK.LANE_ID)), TASK.STATUS.eq(place(TASK.STATUS)))
            .and(TASK.ID.lt(place(TASK.ID)))
            .orderBy(TASK.ID)
            .limit(LIMIT);

    /** The newest of one priority: lane, priority, after, limit. */
    static final Query NEWEST_OF_LEVEL = select(TASK.ID)
            .from(TASK)
            .where(TASK.LANE_ID.eq(place(TASK.LANE_ID)), is(TaskStatus.QUEUED))
            .and(TASK.PRIORITY.eq(place(TASK.PRIORITY)))
            .and(TASK.ID.gt(place(TASK.ID)))
            .orderBy(TASK.ID.desc())
            .limit(LIMIT);

    /** The priorities that there are, each found by a seek for the first above the one before: lane. */
    static final Query LEVELS = levels();

    /** What a worker holds from a claim, with payloads, the oldest first: worker, claim. */
    static final Query HELD = TaskQueries.stored()
            .where(TASK.WORKER_ID.eq(place(TASK.WORKER_ID)), TASK.CLAIM_ID.eq(place(TASK.CLAIM_ID)))
            .orderBy(TASK.ID);

    private ClaimQueries() {}

    private static Query levels() {
        Field<Long> level = field(name("level", "priority"), Long.class);
        Field<Long> next = field(select(TASK.PRIORITY)
                .from(TASK)
                .where(TASK.LANE_ID.eq(place(TASK.LANE_ID)), is(TaskStatus.QUEUED))
                .and(TASK.PRIORITY.gt(level))
                .orderBy(TASK.PRIORITY)
                .limit(inline(1)));
        CommonTableExpression<Record1<Long>> levels = name("level")
                .fields("priority")
                .as(select(inline(0L)).unionAll(select(next).from(name("level")).where(level.isNotNull())));
        return withRecursive(levels).select(level).from(levels).where(level.gt(inline(0L)));
    }
}
