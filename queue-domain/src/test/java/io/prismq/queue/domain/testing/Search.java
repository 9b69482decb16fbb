package io.prismq.queue.domain.testing;

import io.prismq.queue.domain.port.SearchReads;
import io.prismq.queue.domain.port.TaskPage;
import io.prismq.queue.domain.port.TaskQuery;
import io.prismq.queue.domain.task.StoredTask;
import io.prismq.queue.domain.task.Task;
import io.prismq.queue.domain.task.TaskId;
import io.prismq.queue.domain.task.TaskStatus;
import io.prismq.queue.domain.task.TaskType;
import java.time.Instant;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** How tasks are looked for. */
record Search(TaskTable table, TaskIndexes indexes) implements SearchReads {
    @Override
    public TaskPage page(TaskQuery query) {
        Iterator<StoredTask> found = newestFirst(query).iterator();
        return new TaskPage(TaskTable.first(found, query.limit(), query.maxBytes()), found.hasNext());
    }

    @Override
    public List<Task> withKeyPrefix(String prefix, String from, int limit) {
        return indexes.keys.tailMap(from).entrySet().stream()
                .takeWhile(entry -> entry.getKey().startsWith(prefix))
                .limit(limit)
                .flatMap(entry -> table.find(entry.getValue()).stream())
                .toList();
    }

    @Override
    public Optional<TaskId> firstSince(Instant time) {
        return indexes.cells.names().stream()
                .flatMap(cell -> indexes.cells.of(cell).stream())
                .filter(id -> table.find(id)
                        .filter(task -> !task.createdAt().isBefore(time))
                        .isPresent())
                .min(Comparator.naturalOrder());
    }

    @Override
    public List<TaskId> finished(TaskType type, TaskStatus status, Instant until, int limit) {
        return indexes.finished.of(new TaskIndexes.Cell(type, status)).stream()
                .takeWhile(place -> !place.rank().isAfter(until))
                .limit(limit)
                .map(Place::id)
                .toList();
    }

    /** One task more than the page takes, to tell whether any follow. */
    private Stream<StoredTask> newestFirst(TaskQuery query) {
        return indexes.cells.names().stream()
                .filter(cell -> query.type().map(cell.type()::equals).orElse(true))
                .filter(cell -> query.status().map(cell.status()::equals).orElse(true))
                .map(indexes.cells::of)
                .map(ids -> query.before().map(id -> ids.headSet(id, false)).orElse(ids))
                .flatMap(ids -> ids.descendingSet().stream().limit(query.limit() + 1L))
                .sorted(Comparator.reverseOrder())
                .flatMap(id -> table.load(id).stream());
    }
}
