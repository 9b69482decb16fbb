package io.prismq.queue.adapter.sqlite.rows;

import static io.prismq.queue.adapter.sqlite.jooq.Tables.TASK;
import static io.prismq.queue.adapter.sqlite.jooq.Tables.WORKER;
import static io.prismq.queue.adapter.sqlite.rows.TaskQueries.LIMIT;
import static io.prismq.queue.adapter.sqlite.rows.TaskQueries.is;
import static io.prismq.queue.adapter.sqlite.session.Column.place;
import static org.jooq.impl.DSL.deleteFrom;
import static org.jooq.impl.DSL.insertInto;
import static org.jooq.impl.DSL.select;

import io.prismq.queue.adapter.sqlite.session.Column;
import io.prismq.queue.domain.task.TaskStatus;
import org.jooq.Query;

/** The statements about workers. */
final class WorkerQueries {
    static final Query PUT = insertInto(WORKER)
            .columns(Column.fields(WorkerRows.COLUMNS))
            .values(Column.places(WorkerRows.COLUMNS))
            .onConflict(WORKER.ID)
            .doUpdate()
            .setAllToExcluded();

    static final Query REMOVE = deleteFrom(WORKER).where(WORKER.ID.eq(place(WORKER.ID)));

    /** As many rows as there are workers. */
    static final Query ALL =
            select(Column.fields(WorkerRows.COLUMNS)).from(WORKER).orderBy(WORKER.ID);

    /** Who holds what, out of the index alone, the lease that ends first at the front: limit. */
    static final Query RUNNING = select(TASK.WORKER_ID, TASK.ID)
            .from(TASK)
            .where(is(TaskStatus.PROCESSING))
            .orderBy(TASK.LEASE_UNTIL)
            .limit(LIMIT);

    private WorkerQueries() {}
}
