package io.prismq.queue.domain.testing;

import io.prismq.queue.domain.port.TaskReads;
import io.prismq.queue.domain.port.Timer;
import io.prismq.queue.domain.task.StoredTask;
import io.prismq.queue.domain.task.Task;
import io.prismq.queue.domain.task.TaskId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Everything that is stored. Not safe for use by many threads. */
final class TaskTable implements TaskReads {
    private final Map<TaskId, StoredTask> rows = new HashMap<>();
    private final TaskIndexes indexes = new TaskIndexes();
    private final Offers offers = new Offers(this, indexes);
    private final Histories histories = new Histories();
    private final Workers workers = new Workers(this);
    private final KeyTable keys = new KeyTable();
    private final Set<Lane> lanes = new HashSet<>();
    private long lastId;

    /** A new one each time, whatever becomes of the task. */
    TaskId nextId() {
        lastId++;
        return new TaskId(lastId);
    }

    /** The lanes that tasks were ever stored in; kept when the last task leaves. */
    Set<Lane> lanes() {
        return lanes;
    }

    /**
     * Puts the one in the place of the other.
     *
     * @param before null where the task is new
     * @param after null where the task is to be gone
     */
    void replace(@Nullable StoredTask before, @Nullable StoredTask after) {
        if (before != null) {
            rows.remove(before.task().id());
            indexes.remove(before.task());
        }
        if (after != null) {
            rows.put(after.task().id(), after);
            indexes.add(after.task());
        }
    }

    @Override
    public Optional<Task> find(TaskId id) {
        return load(id).map(StoredTask::task);
    }

    @Override
    public Optional<StoredTask> load(TaskId id) {
        return Optional.ofNullable(rows.get(id));
    }

    @Override
    public Optional<Task> findByIdempotencyKey(String key) {
        return Optional.ofNullable(indexes.keys.get(key)).flatMap(this::find);
    }

    @Override
    public Search search() {
        return new Search(this, indexes);
    }

    @Override
    public Statistics statistics() {
        return new Statistics(indexes, histories.log());
    }

    @Override
    public Optional<Instant> next(Timer timer) {
        return first(indexes.timers.of(timer));
    }

    @Override
    public Offers offers() {
        return offers;
    }

    @Override
    public Histories history() {
        return histories;
    }

    @Override
    public Workers workers() {
        return workers;
    }

    @Override
    public KeyTable keys() {
        return keys;
    }

    /** The tasks on the timer, the earliest first. */
    Stream<Task> timed(Timer timer) {
        return indexes.timers.of(timer).stream().flatMap(place -> find(place.id()).stream());
    }

    List<Task> ripe(Timer timer, Instant until, int limit) {
        return indexes.timers.of(timer).stream()
                .takeWhile(place -> !place.rank().isAfter(until))
                .limit(limit)
                .flatMap(place -> find(place.id()).stream())
                .toList();
    }

    /** The first few, up to the one that brings them to this many characters. */
    static List<StoredTask> first(Iterator<StoredTask> found, int limit, long maxBytes) {
        List<StoredTask> tasks = new ArrayList<>();
        long characters = 0;
        while (found.hasNext() && tasks.size() < limit && (tasks.isEmpty() || characters < maxBytes)) {
            StoredTask next = found.next();
            tasks.add(next);
            characters += next.characters();
        }
        return tasks;
    }

    private static Optional<Instant> first(NavigableSet<Place<Instant>> places) {
        return places.stream().findFirst().map(Place::rank);
    }
}
