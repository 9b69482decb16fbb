package io.prismq.queue.adapter.sqlite.rows;

import static io.prismq.queue.adapter.sqlite.jooq.Tables.WORKER;

import io.prismq.queue.adapter.sqlite.session.Column;
import io.prismq.queue.adapter.sqlite.session.Row;
import io.prismq.queue.domain.task.TaskType;
import io.prismq.queue.domain.task.WorkerId;
import io.prismq.queue.domain.worker.Worker;
import java.sql.SQLException;
import java.util.List;

/** Rows of workers. The columns and the calls that read them stand in the same order. */
final class WorkerRows {
    static final List<Column<Worker>> COLUMNS = List.of(
            new Column<>(WORKER.ID, worker -> worker.id().value()),
            new Column<>(WORKER.TYPES, worker -> Words.join(worker.types(), TaskType::value)),
            new Column<>(WORKER.CAPABILITIES, Worker::capabilities),
            new Column<>(WORKER.FIRST_SEEN, worker -> worker.firstSeen().toEpochMilli()),
            new Column<>(WORKER.LAST_SEEN, worker -> worker.lastSeen().toEpochMilli()),
            new Column<>(WORKER.STUCK_HANDLERS, Worker::stuckHandlers));

    private WorkerRows() {}

    static Worker worker(Row row) throws SQLException {
        return new Worker(
                new WorkerId(row.text()),
                Words.split(row.text(), TaskType::new),
                row.text(),
                row.time(),
                row.time(),
                row.count());
    }
}
