package io.prismq.queue.adapter.sqlite.rows;

import io.prismq.queue.adapter.sqlite.session.Column;
import io.prismq.queue.adapter.sqlite.session.Session;
import io.prismq.queue.domain.port.WorkerRegister;
import io.prismq.queue.domain.task.TaskId;
import io.prismq.queue.domain.task.WorkerId;
import io.prismq.queue.domain.worker.RunningTask;
import io.prismq.queue.domain.worker.Worker;
import java.util.List;

/** The register of workers, as one session sees it. */
final class SqliteRegister implements WorkerRegister {
    private final Session session;

    SqliteRegister(Session session) {
        this.session = session;
    }

    @Override
    public List<Worker> all() {
        return session.list(WorkerQueries.ALL, WorkerRows::worker);
    }

    @Override
    public List<RunningTask> running(int limit) {
        return session.list(
                WorkerQueries.RUNNING,
                row -> new RunningTask(new WorkerId(row.text()), new TaskId(row.number())),
                limit);
    }

    @Override
    public void put(Worker worker) {
        session.update(WorkerQueries.PUT, Column.values(WorkerRows.COLUMNS, worker));
    }

    @Override
    public void remove(WorkerId id) {
        session.update(WorkerQueries.REMOVE, id.value());
    }
}
