package io.prismq.queue.adapter.sqlite.rows;

import io.prismq.queue.adapter.sqlite.session.Lanes;
import io.prismq.queue.adapter.sqlite.session.Row;
import io.prismq.queue.adapter.sqlite.session.Session;
import io.prismq.queue.domain.port.TaskReads;
import io.prismq.queue.domain.port.Timer;
import io.prismq.queue.domain.task.StoredTask;
import io.prismq.queue.domain.task.Task;
import io.prismq.queue.domain.task.TaskId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Questions to one session. */
public class SqliteReads implements TaskReads {
    private final Session session;
    private final Lanes lanes;

    public SqliteReads(Session session) {
        this.session = session;
        this.lanes = session.lanes();
    }

    @Override
    public Optional<Task> find(TaskId id) {
        return session.first(TaskQueries.FIND, row -> TaskRows.task(row, lanes), id.value());
    }

    @Override
    public Optional<StoredTask> load(TaskId id) {
        return session.first(TaskQueries.LOAD, row -> TaskRows.stored(row, lanes), id.value());
    }

    @Override
    public Optional<Task> findByIdempotencyKey(String key) {
        return session.first(TaskQueries.FIND_BY_KEY, row -> TaskRows.task(row, lanes), key);
    }

    @Override
    public SqliteSearch search() {
        return new SqliteSearch(session, this);
    }

    @Override
    public SqliteOffers offers() {
        return new SqliteOffers(session, this);
    }

    @Override
    public SqliteHistory history() {
        return new SqliteHistory(session);
    }

    @Override
    public SqliteRegister workers() {
        return new SqliteRegister(session);
    }

    @Override
    public SqliteKeys keys() {
        return new SqliteKeys(session);
    }

    /** The tasks in their order, up to the one that brings them to this many characters. */
    final List<StoredTask> load(List<Long> ids, long maxBytes) {
        List<StoredTask> tasks = new ArrayList<>();
        long bytes = 0;
        for (Long id : ids) {
            StoredTask task = load(new TaskId(id)).orElseThrow();
            tasks.add(task);
            bytes += task.characters();
            if (bytes >= maxBytes) {
                break;
            }
        }
        return tasks;
    }

    @Override
    public SqliteStatistics statistics() {
        return new SqliteStatistics(session);
    }

    @Override
    public Optional<Instant> next(Timer timer) {
        return session.first(TimerQueries.of(timer).next(), Row::time);
    }
}
