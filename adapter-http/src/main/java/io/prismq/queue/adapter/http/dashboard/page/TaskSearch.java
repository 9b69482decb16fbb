package io.prismq.queue.adapter.http.dashboard.page;

import io.prismq.queue.adapter.http.exchange.TaskIds;
import io.prismq.queue.adapter.http.problem.ProblemException;
import io.prismq.queue.application.TaskQueries;
import io.prismq.queue.domain.port.TaskPage;
import io.prismq.queue.domain.port.TaskQuery;
import io.prismq.queue.domain.task.Idempotency;
import io.prismq.queue.domain.task.StoredTask;
import io.prismq.queue.domain.task.Task;
import io.prismq.queue.domain.task.TaskId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds the tasks that meet a filter. What it costs depends on what it looks at, and that is bounded. */
public final class TaskSearch {
    /** By key, tasks are looked at one by one: the other filters have no part in the order of keys. */
    static final int MOST_LOOKED_AT = 2000;

    private static final int READ = 200;
    private static final long CHARACTERS_OF_A_TASK = 20_000;

    private final TaskQueries queries;

    public TaskSearch(TaskQueries queries) {
        this.queries = queries;
    }

    /**
     * A page of tasks.
     *
     * @param next where the next page begins; empty where all that was asked for has been looked at
     * @param lookedAt how many tasks were held against the filter
     */
    record Found(List<Task> tasks, Optional<String> next, int lookedAt) {}

    /**
     * Finds a page.
     *
     * @param cursor where it begins, as the page before said
     * @throws ProblemException 422 if nothing can begin there
     */
    Found find(TaskFilter filter, Optional<String> cursor, Instant now) {
        Bounds bounds = bounds(filter, now);
        if (filter.id().isPresent()) {
            List<Task> found = queries.find(filter.id().stream().toList()).stream()
                    .filter(task -> meets(task, filter, bounds))
                    .toList();
            return new Found(found, Optional.empty(), 1);
        }
        return filter.key().isPresent()
                ? byKey(filter, filter.key().get(), bounds, cursor)
                : newestFirst(filter, bounds, cursor.map(text -> TaskIds.parse(TaskFilter.CURSOR, text)));
    }

    private Found newestFirst(TaskFilter filter, Bounds bounds, Optional<TaskId> cursor) {
        Optional<TaskId> before =
                Stream.concat(cursor.stream(), bounds.before().stream()).min(Comparator.comparing(TaskId::value));
        TaskPage page = queries.list(new TaskQuery(
                filter.type(), filter.status(), before, filter.limit(), CHARACTERS_OF_A_TASK * filter.limit()));
        List<Task> young = page.tasks().stream()
                .map(StoredTask::task)
                .filter(task -> bounds.allow(task.id()))
                .toList();
        boolean more = page.more() && young.size() == page.tasks().size();
        Optional<String> next =
                more ? Optional.of(young.get(young.size() - 1).id().toString()) : Optional.empty();
        return new Found(young, next, page.tasks().size());
    }

    private Found byKey(TaskFilter filter, String prefix, Bounds bounds, Optional<String> cursor) {
        List<Task> found = new ArrayList<>();
        String from = cursor.orElse(prefix);
        if (!from.startsWith(prefix)) {
            throw ProblemException.invalid(TaskFilter.CURSOR, "must begin with the key");
        }
        int lookedAt = 0;
        while (true) {
            List<Task> read = queries.withKeyPrefix(prefix, from, READ + 1);
            for (Task task : read.subList(0, Math.min(READ, read.size()))) {
                if (found.size() == filter.limit() || lookedAt == MOST_LOOKED_AT) {
                    return new Found(found, Optional.of(key(task)), lookedAt);
                }
                lookedAt++;
                if (meets(task, filter, bounds)) {
                    found.add(task);
                }
            }
            if (read.size() <= READ) {
                return new Found(found, Optional.empty(), lookedAt);
            }
            from = key(read.get(READ));
        }
    }

    private static boolean meets(Task task, TaskFilter filter, Bounds bounds) {
        return filter.status().map(task.status()::equals).orElse(true)
                && filter.type().map(task.type()::equals).orElse(true)
                && filter.key().map(key(task)::startsWith).orElse(true)
                && bounds.allow(task.id());
    }

    private static String key(Task task) {
        Idempotency idempotency = task.spec().idempotency();
        return idempotency == null ? "" : idempotency.key();
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
