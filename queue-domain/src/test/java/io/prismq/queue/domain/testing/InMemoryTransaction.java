package io.prismq.queue.domain.testing;

import io.prismq.queue.domain.port.Commit;
import io.prismq.queue.domain.port.KeyRegister;
import io.prismq.queue.domain.port.LaneLimitException;
import io.prismq.queue.domain.port.SearchReads;
import io.prismq.queue.domain.port.StatisticsReads;
import io.prismq.queue.domain.port.TaskHistory;
import io.prismq.queue.domain.port.TaskOffers;
import io.prismq.queue.domain.port.TaskStore;
import io.prismq.queue.domain.port.TaskTransaction;
import io.prismq.queue.domain.port.Timer;
import io.prismq.queue.domain.port.WorkerRegister;
import io.prismq.queue.domain.task.Attempt;
import io.prismq.queue.domain.task.Idempotency;
import io.prismq.queue.domain.task.NewTask;
import io.prismq.queue.domain.task.Result;
import io.prismq.queue.domain.task.StoredTask;
import io.prismq.queue.domain.task.Task;
import io.prismq.queue.domain.task.TaskEvent;
import io.prismq.queue.domain.task.TaskId;
import io.prismq.queue.domain.task.Transition;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One run of a unit of work: changes the state at once and remembers how to take it back. */
final class InMemoryTransaction implements TaskTransaction {
    private final TaskTable table;
    private final Instant now;
    private final Deque<Runnable> undo = new ArrayDeque<>();
    private final List<Commit.Change> changes = new ArrayList<>();
    private final InMemoryHistory history;
    private final InMemoryRegister workers;
    private final InMemoryOffers offers;
    private final InMemoryKeys keys;

    InMemoryTransaction(TaskTable table, Instant now) {
        this.table = table;
        this.now = now;
        this.history = new InMemoryHistory(table.history(), undo);
        this.workers = new InMemoryRegister(table.workers(), undo);
        this.offers = new InMemoryOffers(table.offers(), now, undo);
        this.keys = new InMemoryKeys(table.keys(), undo);
    }

    void rollBack() {
        undo.forEach(Runnable::run);
    }

    Commit commit() {
        return new Commit(changes, offers.hasResumed(), 1, Duration.ZERO);
    }

    @Override
    public Instant now() {
        return now;
    }

    @Override
    public Task insert(NewTask task) {
        requireFree(task.spec().idempotency());
        open(Lane.of(task.spec()));
        Task inserted = task.withId(table.nextId());
        replace(null, new StoredTask(inserted, task.payload(), null));
        changed(TaskEvent.ENQUEUE, inserted, Optional.empty());
        return inserted;
    }

    @Override
    public Task save(Transition.Moved moved) {
        Task task = moved.task();
        StoredTask before = existing(task.id());
        if (before.task().version() != task.version()) {
            throw new IllegalStateException("task %s is at version %d, not %d"
                    .formatted(task.id(), before.task().version(), task.version()));
        }
        Task saved = task.saved();
        replace(before, new StoredTask(saved, before.payload(), before.result()));
        moved.ended().ifPresent(history::add);
        changed(moved.event(), saved, moved.ended());
        return saved;
    }

    @Override
    public void saveResult(TaskId id, Result result) {
        StoredTask before = existing(id);
        replace(before, new StoredTask(before.task(), before.payload(), result));
    }

    @Override
    public void delete(TaskId id) {
        load(id).ifPresent(before -> {
            replace(before, null);
            changed(TaskEvent.DELETE, before.task(), Optional.empty());
        });
        history.delete(id);
    }

    @Override
    public TaskOffers offers() {
        return offers;
    }

    @Override
    public TaskHistory history() {
        return history;
    }

    @Override
    public WorkerRegister workers() {
        return workers;
    }

    @Override
    public KeyRegister keys() {
        return keys;
    }

    @Override
    public List<Task> ripe(Timer timer, Instant until, int limit) {
        return table.ripe(timer, until, limit);
    }

    @Override
    public Optional<Task> find(TaskId id) {
        return table.find(id);
    }

    @Override
    public Optional<StoredTask> load(TaskId id) {
        return table.load(id);
    }

    @Override
    public Optional<Task> findByIdempotencyKey(String key) {
        return table.findByIdempotencyKey(key);
    }

    @Override
    public SearchReads search() {
        return table.search();
    }

    @Override
    public StatisticsReads statistics() {
        return table.statistics();
    }

    @Override
    public Optional<Instant> next(Timer timer) {
        return table.next(timer);
    }

    private void requireFree(@Nullable Idempotency idempotency) {
        if (idempotency != null && findByIdempotencyKey(idempotency.key()).isPresent()) {
            throw new IllegalStateException("the idempotency key " + idempotency.key() + " is taken");
        }
    }

    private void open(Lane lane) {
        if (table.lanes().contains(lane)) {
            return;
        }
        if (table.lanes().size() == TaskStore.MAX_LANES) {
            throw new LaneLimitException();
        }
        table.lanes().add(lane);
        undo.push(() -> table.lanes().remove(lane));
    }

    private void changed(TaskEvent event, Task task, Optional<Attempt> ended) {
        changes.add(new Commit.Change(now, event, task, ended, history.by()));
    }

    private StoredTask existing(TaskId id) {
        return load(id).orElseThrow(() -> new IllegalStateException("there is no task " + id));
    }

    private void replace(@Nullable StoredTask before, @Nullable StoredTask after) {
        table.replace(before, after);
        undo.push(() -> table.replace(after, before));
    }
}
