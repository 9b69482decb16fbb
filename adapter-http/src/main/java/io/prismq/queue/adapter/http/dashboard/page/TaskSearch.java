package io.prismq.queue.adapter.http.dashboard.page;

import io.prismq.queue.application.TaskQueries;
import io.prismq.queue.domain.port.TaskPage;
import io.prismq.queue.domain.port.TaskQuery;
import io.prismq.queue.domain.task.Idempotency;
import io.prismq.queue.domain.task.StoredTask;
import io.prismq.queue.domain.task.Task;
import io.prismq.queue.domain.task.TaskId;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds the tasks that meet a filter. What it costs depends on the tasks that are shown, and not on those stored. */
public final class TaskSearch {
    static final int PAGE = 50;

    private static final int MOST_BY_KEY = 100;
    private static final long MAX_CHARACTERS = 1 << 20;

    private final TaskQueries queries;

    public TaskSearch(TaskQueries queries) {
        this.queries = queries;
    }

    /**
     * A page of tasks.
     *
     * @param next the task behind which the next page begins
     * @param cut whether further tasks meet the filter that no page will show
     */
    record Found(List<StoredTask> tasks, Optional<TaskId> next, boolean cut) {}

    Found find(TaskFilter filter, Optional<TaskId> cursor, Instant now) {
        Bounds bounds = bounds(filter, now);
        if (filter.id().isPresent()) {
            return all(filter.id().flatMap(queries::get).stream(), filter, bounds, false);
        }
        if (filter.key().isPresent()) {
            List<StoredTask> found = queries.withKeyPrefix(filter.key().get(), MOST_BY_KEY);
            return all(found.stream(), filter, bounds, found.size() == MOST_BY_KEY);
        }
        return page(filter, bounds, cursor);
    }

    private Found page(TaskFilter filter, Bounds bounds, Optional<TaskId> cursor) {
        Optional<TaskId> before =
                Stream.concat(cursor.stream(), bounds.before().stream()).min(Comparator.comparing(TaskId::value));
        TaskPage page = queries.list(new TaskQuery(filter.type(), filter.status(), before, PAGE, MAX_CHARACTERS));
        List<StoredTask> young = page.tasks().stream()
                .filter(stored -> bounds.allow(stored.task().id()))
                .toList();
        boolean more = page.more() && young.size() == page.tasks().size();
        Optional<TaskId> next =
                more ? Optional.of(young.get(young.size() - 1).task().id()) : Optional.empty();
        return new Found(young, next, false);
    }

    /** What a search found that knows nothing of the other filters. */
    private static Found all(Stream<StoredTask> tasks, TaskFilter filter, Bounds bounds, boolean cut) {
        return new Found(
                tasks.filter(stored -> meets(stored.task(), filter)
                                && bounds.allow(stored.task().id()))
                        .toList(),
                Optional.empty(),
                cut);
    }

    private static boolean meets(Task task, TaskFilter filter) {
        Idempotency idempotency = task.spec().idempotency();
        String key = idempotency == null ? "" : idempotency.key();
        return filter.status().map(task.status()::equals).orElse(true)
                && filter.type().map(task.type()::equals).orElse(true)
                && filter.key().map(key::startsWith).orElse(true);
    }

    private Bounds bounds(TaskFilter filter, Instant now) {
        // Where no task is so young, all are older, and none is younger.
        Optional<TaskId> before = filter.olderThan().flatMap(age -> queries.firstSince(now.minus(age.length)));
        Optional<TaskId> from = filter.newerThan()
                .map(age -> queries.firstSince(now.minus(age.length)).orElse(new TaskId(TaskId.MAX)));
        return new Bounds(from, before);
    }

    /** The ids of tasks of some age: ids rise with time. */
    private record Bounds(Optional<TaskId> from, Optional<TaskId> before) {
        boolean allow(TaskId id) {
            return from.map(first -> id.value() >= first.value()).orElse(true)
                    && before.map(end -> id.value() < end.value()).orElse(true);
        }
    }
}
