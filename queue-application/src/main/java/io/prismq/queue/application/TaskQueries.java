package io.prismq.queue.application;

import io.prismq.queue.domain.event.Activity;
import io.prismq.queue.domain.port.Clock;
import io.prismq.queue.domain.port.TaskPage;
import io.prismq.queue.domain.port.TaskQuery;
import io.prismq.queue.domain.port.TaskStore;
import io.prismq.queue.domain.task.Attempt;
import io.prismq.queue.domain.task.LogLine;
import io.prismq.queue.domain.task.StoredTask;
import io.prismq.queue.domain.task.Task;
import io.prismq.queue.domain.task.TaskId;
import io.prismq.queue.domain.task.TaskType;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.stream.Stream;

/** What everybody may ask. */
public final class TaskQueries {
    private final TaskStore store;
    private final FinishSignals signals;
    private final Clock clock;

    public TaskQueries(TaskStore store, FinishSignals signals, Clock clock) {
        this.store = store;
        this.signals = signals;
        this.clock = clock;
    }

    public Optional<StoredTask> get(TaskId id) {
        return store.read(reads -> reads.load(id));
    }

    /** The type of a task, which never changes. */
    public Optional<TaskType> type(TaskId id) {
        return store.read(reads -> reads.find(id).map(Task::type));
    }

    /** Those of the tasks that there are, in the order of the ids. */
    public List<Task> find(List<TaskId> ids) {
        return store.read(
                reads -> ids.stream().flatMap(id -> reads.find(id).stream()).toList());
    }

    public TaskPage list(TaskQuery query) {
        return store.read(reads -> reads.search().page(query));
    }

    /**
     * The tasks whose idempotency key begins so, by key.
     *
     * @param from the key to begin with: the prefix itself, or one that begins so
     * @param limit at least 1
     */
    public List<Task> withKeyPrefix(String prefix, String from, int limit) {
        return store.read(reads -> reads.search().withKeyPrefix(prefix, from, limit));
    }

    /** The oldest task that was created then or later; a list that begins before it shows those that are older. */
    public Optional<TaskId> firstSince(Instant time) {
        return store.read(reads -> reads.search().firstSince(time));
    }

    /** How often each thing happened in each minute since then, at most a day ago; without those in which it did not. */
    public List<Activity> activity(Instant since) {
        return store.read(reads -> reads.statistics().activity(since));
    }

    /**
     * The newest tasks of some types, newest first. Costs what a page of each type costs, however many tasks of other
     * types there are.
     *
     * @param limit at least 1
     * @param maxBytes the list ends after the task whose payload and result bring it to this many characters
     */
    public List<StoredTask> recent(Collection<TaskType> types, int limit, long maxBytes) {
        return store.read(reads -> {
            RecentTasks recent = new RecentTasks(limit, maxBytes);
            types.forEach(type -> recent.add(reads.search()
                    .page(new TaskQuery(Optional.of(type), Optional.empty(), Optional.empty(), limit, maxBytes))));
            return recent.newestFirst();
        });
    }

    public QueueStats stats() {
        return store.read(reads -> new QueueStats(
                reads.statistics().counts(),
                reads.statistics().oldestQueued().values().stream()
                        .min(Comparator.naturalOrder())
                        .map(created -> Age.since(created, clock))));
    }

    /**
     * The task as soon as it is in a final status, or as it is when the wait ends. No thread waits.
     *
     * @param wait not negative
     */
    public CompletionStage<Optional<StoredTask>> getFinal(TaskId id, Duration wait) {
        return getFinal(id, wait, new CompletableFuture<>());
    }

    /**
     * As {@link #getFinal(TaskId, Duration)}, for somebody who may stop waiting.
     *
     * @param stopsWaiting ends the wait when it completes
     */
    public CompletionStage<Optional<StoredTask>> getFinal(TaskId id, Duration wait, CompletionStage<?> stopsWaiting) {
        CompletableFuture<Void> finished = signals.await(id, wait);
        stopsWaiting.thenRun(() -> finished.complete(null));
        Optional<StoredTask> now = get(id);
        if (now.filter(stored -> !stored.task().status().isFinal()).isEmpty()) {
            finished.complete(null);
            return CompletableFuture.completedStage(now);
        }
        return finished.thenApplyAsync(signalled -> get(id), signals.threads());
    }

    /** The attempts at the task, the oldest first, the one that runs last; empty if there is no such task. */
    public Optional<List<Attempt>> attempts(TaskId id) {
        return store.read(reads -> reads.find(id)
                .map(task -> Stream.concat(reads.history().attempts(id).stream(), task.attempt().stream())
                        .toList()));
    }

    /**
     * Lines of the task's log, the oldest first; empty if there is no such task.
     *
     * @param after only lines with a higher number
     * @param limit at least 1
     */
    public Optional<List<LogLine>> log(TaskId id, long after, int limit) {
        return store.read(reads -> reads.find(id).map(task -> reads.history().log(id, after, limit)));
    }
}
