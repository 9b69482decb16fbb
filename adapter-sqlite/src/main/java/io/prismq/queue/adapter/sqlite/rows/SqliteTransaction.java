package io.prismq.queue.adapter.sqlite.rows;

import io.prismq.queue.adapter.sqlite.file.Schema;
import io.prismq.queue.adapter.sqlite.session.Lane;
import io.prismq.queue.adapter.sqlite.session.Lanes;
import io.prismq.queue.adapter.sqlite.session.Session;
import io.prismq.queue.domain.port.TaskTransaction;
import io.prismq.queue.domain.port.Timer;
import io.prismq.queue.domain.task.NewTask;
import io.prismq.queue.domain.task.Result;
import io.prismq.queue.domain.task.Task;
import io.prismq.queue.domain.task.TaskId;
import io.prismq.queue.domain.task.TaskStatus;
import io.prismq.queue.domain.task.Transition;
import java.time.Instant;
import java.util.List;

/** One unit of work in the transaction of its batch. */
public final class SqliteTransaction extends SqliteReads implements TaskTransaction {
    private final Session session;
    private final Lanes lanes;
    private final TaskWrites writes;
    private final Instant now;
    private final BatchTotal total;
    private final Changes changes = new Changes();

    /**
     * A unit at a time.
     *
     * @param total what was stored before the unit
     */
    public SqliteTransaction(Session session, Instant now, BatchTotal total) {
        super(session);
        this.session = session;
        this.total = total;
        this.lanes = session.lanes();
        this.writes = new TaskWrites(session);
        this.now = now;
    }

    @Override
    public SqliteTaskOffers offers() {
        return new SqliteTaskOffers(session, this, now, changes);
    }

    @Override
    public SqliteTaskHistory history() {
        return new SqliteTaskHistory(session, changes);
    }

    @Override
    public SqliteStatistics statistics() {
        return new SqliteStatistics(session, new SqliteFill(session, total, changes));
    }

    @Override
    public Instant now() {
        return now;
    }

    @Override
    public Task insert(NewTask task) {
        Lane lane = lanes.getOrAdd(new Lane.Key(task.spec().type(), task.spec().compatibility()));
        Task inserted = task.withId(writes.insert(task, lane));
        changes.inserted(now, lane.id(), inserted);
        return inserted;
    }

    @Override
    public Task save(Transition.Moved moved) {
        Task task = moved.task();
        Task before = moved.before();
        boolean stored = isRenewed(before, task) ? writes.renew(task) : writes.move(task);
        if (!stored) {
            throw new IllegalStateException(
                    "task %s is not stored with version %d".formatted(task.id(), task.version()));
        }
        Task saved = task.saved();
        moved.ended().ifPresent(history()::add);
        changes.saved(now, laneOf(task), before.status(), saved, moved);
        return saved;
    }

    @Override
    public void saveResult(TaskId id, Result result) {
        writes.putResult(id, result);
    }

    @Override
    public void delete(TaskId id) {
        find(id).ifPresent(task -> {
            writes.delete(id);
            changes.deleted(now, laneOf(task), task);
        });
    }

    @Override
    public List<Task> ripe(Timer timer, Instant until, int limit) {
        return session.list(
                TimerQueries.of(timer).ripe(), row -> TaskRows.task(row, lanes), until.toEpochMilli(), limit);
    }

    /** Writes a page as it is: a number in the file's header that never changes, which SQLite stores all the same. */
    public boolean touch() {
        session.execute("PRAGMA application_id = " + Schema.APPLICATION_ID);
        return true;
    }

    /** Whether nothing but heartbeats can lie between the two. */
    private static boolean isRenewed(Task before, Task after) {
        return before.status() == TaskStatus.PROCESSING
                && after.status() == before.status()
                && after.claimNo() == before.claimNo();
    }

    public Changes changes() {
        return changes;
    }

    private long laneOf(Task task) {
        return lanes.getOrAdd(new Lane.Key(task.type(), task.spec().compatibility()))
                .id();
    }
}
