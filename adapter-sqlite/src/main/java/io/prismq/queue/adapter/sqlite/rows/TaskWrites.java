package io.prismq.queue.adapter.sqlite.rows;

import static io.prismq.queue.adapter.sqlite.jooq.Tables.LANE_COUNT;
import static io.prismq.queue.adapter.sqlite.jooq.Tables.TASK;
import static io.prismq.queue.adapter.sqlite.jooq.Tables.TASK_PAYLOAD;
import static io.prismq.queue.adapter.sqlite.jooq.Tables.TASK_RESULT;
import static io.prismq.queue.adapter.sqlite.session.Column.place;
import static org.jooq.impl.DSL.deleteFrom;
import static org.jooq.impl.DSL.excluded;
import static org.jooq.impl.DSL.insertInto;
import static org.jooq.impl.DSL.update;

import io.prismq.queue.adapter.sqlite.session.Column;
import io.prismq.queue.adapter.sqlite.session.Lane;
import io.prismq.queue.adapter.sqlite.session.Session;
import io.prismq.queue.domain.task.NewTask;
import io.prismq.queue.domain.task.Result;
import io.prismq.queue.domain.task.Task;
import io.prismq.queue.domain.task.TaskId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jooq.Field;
import org.jooq.Query;

/** The statements that change. */
final class TaskWrites {
    private static final Query INSERT =
            insertInto(TASK).columns(Column.fields(TaskColumns.INSERTED)).values(Column.places(TaskColumns.INSERTED));

    /** Faster than RETURNING, for which SQLite makes a table of its own each time. */
    private static final String INSERTED_ID = "SELECT last_insert_rowid()";

    private static final Query INSERT_PAYLOAD = insertInto(TASK_PAYLOAD, TASK_PAYLOAD.TASK_ID, TASK_PAYLOAD.JSON)
            .values(place(TASK_PAYLOAD.TASK_ID), place(TASK_PAYLOAD.JSON));

    private static final Query PUT_RESULT = insertInto(TASK_RESULT, TASK_RESULT.TASK_ID, TASK_RESULT.JSON)
            .values(place(TASK_RESULT.TASK_ID), place(TASK_RESULT.JSON))
            .onConflict(TASK_RESULT.TASK_ID)
            .doUpdate()
            .set(TASK_RESULT.JSON, excluded(TASK_RESULT.JSON));

    static final Query RENEW = updateOf(TaskColumns.RENEWED);
    static final Query MOVE = updateOf(TaskColumns.MOVED);
    static final Query DELETE = deleteFrom(TASK).where(TASK.ID.eq(place(TASK.ID)));

    static final Query ADD_TO_COUNT = update(LANE_COUNT)
            .set(LANE_COUNT.TASKS, LANE_COUNT.TASKS.plus(place(LANE_COUNT.TASKS)))
            .where(LANE_COUNT.LANE_ID.eq(place(LANE_COUNT.LANE_ID)))
            .and(LANE_COUNT.STATUS.eq(place(LANE_COUNT.STATUS)));

    private static final Query BEGIN_COUNT = insertInto(
                    LANE_COUNT, LANE_COUNT.TASKS, LANE_COUNT.LANE_ID, LANE_COUNT.STATUS)
            .values(place(LANE_COUNT.TASKS), place(LANE_COUNT.LANE_ID), place(LANE_COUNT.STATUS));

    private final Session session;

    TaskWrites(Session session) {
        this.session = session;
    }

    TaskId insert(NewTask task, Lane lane) {
        TaskColumns.Placed placed = new TaskColumns.Placed(task, lane);
        session.update(INSERT, Column.values(TaskColumns.INSERTED, placed));
        long id = session.number(INSERTED_ID);
        if (!TaskColumns.isInline(task)) {
            session.update(INSERT_PAYLOAD, id, task.payload().json());
        }
        return new TaskId(id);
    }

    /** False where the task is not stored with this version. */
    boolean renew(Task task) {
        return change(RENEW, TaskColumns.RENEWED, task);
    }

    /** False where the task is not stored with this version. */
    boolean move(Task task) {
        return change(MOVE, TaskColumns.MOVED, task);
    }

    void putResult(TaskId id, Result result) {
        session.update(PUT_RESULT, id.value(), result.json());
    }

    void delete(TaskId id) {
        session.update(DELETE, id.value());
    }

    void addToCount(LaneStatus place, long tasks) {
        if (session.update(ADD_TO_COUNT, tasks, place.laneId(), Codes.of(place.status())) == 0) {
            session.update(BEGIN_COUNT, tasks, place.laneId(), Codes.of(place.status()));
        }
    }

    private static Query updateOf(List<Column<Task>> columns) {
        Map<Field<?>, Field<?>> values = new LinkedHashMap<>();
        columns.forEach(column -> values.put(column.field(), place(column.field())));
        return update(TASK).set(values).where(TASK.ID.eq(place(TASK.ID)), TASK.VERSION.eq(place(TASK.VERSION)));
    }

    private boolean change(Query query, List<Column<Task>> columns, Task task) {
        return session.update(query, Column.values(columns, task, task.id().value(), task.version())) == 1;
    }
}
