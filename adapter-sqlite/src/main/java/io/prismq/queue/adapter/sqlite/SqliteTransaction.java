package io.prismq.queue.adapter.sqlite;

import io.prismq.queue.domain.port.ClaimCriteria;
import io.prismq.queue.domain.port.TaskTransaction;
import io.prismq.queue.domain.port.Timer;
import io.prismq.queue.domain.task.NewTask;
import io.prismq.queue.domain.task.Result;
import io.prismq.queue.domain.task.StoredTask;
import io.prismq.queue.domain.task.Task;
import io.prismq.queue.domain.task.TaskId;
import io.prismq.queue.domain.task.TaskStatus;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/** One unit of work in the transaction of its batch. */
final class SqliteTransaction extends SqliteReads implements TaskTransaction {
    /** A claimable task, as far as its index knows it. */
    private record Candidate(int priority, long id) {
        static final Comparator<Candidate> FIRST_COME =
                Comparator.comparingInt(Candidate::priority).thenComparingLong(Candidate::id);
    }

    private final Session session;
    private final Lanes lanes;
    private final TaskWrites writes;
    private final Instant now;
    private final Changes changes = new Changes();
    private boolean hasWritten;

    SqliteTransaction(Session session, Instant now) {
        super(session);
        this.session = session;
        this.lanes = session.lanes();
        this.writes = new TaskWrites(session);
        this.now = now;
    }

    @Override
    public Instant now() {
        return now;
    }

    @Override
    public Task insert(NewTask task) {
        hasWritten = true;
        Lane lane = lanes.getOrAdd(new Lane.Key(task.spec().type(), task.spec().compatibility()));
        Task inserted = task.withId(writes.insert(task, lane));
        changes.inserted(lane.id(), inserted);
        return inserted;
    }

    @Override
    public Task save(Task task) {
        TaskStatus before = session.first(
                        TaskQueries.STATUS_AT, Row::number, task.id().value(), task.version())
                .map(Codes::status)
                .orElseThrow(() -> new IllegalStateException(
                        "task %s is not stored with version %d".formatted(task.id(), task.version())));
        hasWritten = true;
        if (before == task.status()) {
            writes.renew(task);
        } else {
            writes.move(task);
        }
        Task saved = task.saved();
        changes.saved(laneOf(task), before, saved);
        return saved;
    }

    @Override
    public void saveResult(TaskId id, Result result) {
        hasWritten = true;
        writes.putResult(id, result);
    }

    @Override
    public void delete(TaskId id) {
        find(id).ifPresent(task -> {
            hasWritten = true;
            writes.delete(id);
            changes.deleted(laneOf(task), task);
        });
    }

    @Override
    public List<StoredTask> claimable(ClaimCriteria criteria) {
        FirstFew<Candidate> first = new FirstFew<>(criteria.limit(), Candidate.FIRST_COME);
        for (Lane lane : lanes.matching(key ->
                criteria.types().contains(key.type()) && criteria.capabilities().meet(key.compatibility()))) {
            first.addAll(session.list(
                    TaskQueries.CLAIMABLE_IN_LANE,
                    row -> new Candidate(row.count(), row.number()),
                    lane.id(),
                    first.bound().map(Candidate::priority).orElse(Integer.MAX_VALUE),
                    criteria.limit()));
        }
        return load(first.inOrder().stream().map(Candidate::id).toList(), criteria.maxBytes());
    }

    @Override
    public List<Task> ripe(Timer timer, Instant until, int limit) {
        return session.list(
                TimerQueries.of(timer).ripe(), row -> TaskRows.task(row, lanes), until.toEpochMilli(), limit);
    }

    Changes changes() {
        return changes;
    }

    /** Whether there is something to take back should the unit fail. */
    boolean hasWritten() {
        return hasWritten;
    }

    private long laneOf(Task task) {
        return lanes.getOrAdd(new Lane.Key(task.type(), task.spec().compatibility()))
                .id();
    }
}
