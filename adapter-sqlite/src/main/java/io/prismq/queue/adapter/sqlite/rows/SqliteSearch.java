package io.prismq.queue.adapter.sqlite.rows;

import io.prismq.queue.adapter.sqlite.session.Lane;
import io.prismq.queue.adapter.sqlite.session.Row;
import io.prismq.queue.adapter.sqlite.session.Session;
import io.prismq.queue.domain.port.SearchReads;
import io.prismq.queue.domain.port.TaskPage;
import io.prismq.queue.domain.port.TaskQuery;
import io.prismq.queue.domain.task.StoredTask;
import io.prismq.queue.domain.task.Task;
import io.prismq.queue.domain.task.TaskId;
import io.prismq.queue.domain.task.TaskStatus;
import io.prismq.queue.domain.task.TaskType;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** How tasks are looked for in one session. */
final class SqliteSearch implements SearchReads {
    /** Behind every character of a text: the end of what begins so. */
    private static final String END = Character.toString(Character.MAX_CODE_POINT);

    /** A task, and when it was created. */
    private record Born(long id, long at) {
        static Born of(Row row) throws SQLException {
            return new Born(row.number(), row.number());
        }
    }

    private final Session session;
    private final SqliteReads tasks;

    SqliteSearch(Session session, SqliteReads tasks) {
        this.session = session;
        this.tasks = tasks;
    }

    @Override
    public TaskPage page(TaskQuery query) {
        List<Long> ids = newest(query, query.limit() + 1);
        List<StoredTask> found = tasks.load(ids.subList(0, Math.min(ids.size(), query.limit())), query.maxBytes());
        return new TaskPage(found, found.size() < ids.size());
    }

    @Override
    public List<Task> withKeyPrefix(String prefix, String from, int limit) {
        return session.list(
                TaskQueries.BY_KEY_PREFIX, row -> TaskRows.task(row, session.lanes()), from, prefix + END, limit);
    }

    /** Halves the ids that there can be, and looks at the first task behind the middle, until none is left between. */
    @Override
    public Optional<TaskId> firstSince(Instant time) {
        long low = 1;
        long high = session.first(TaskQueries.NEWEST, Row::number, TaskId.MAX + 1, 1)
                        .orElse(0L)
                + 1;
        long millis = time.toEpochMilli();
        while (low < high) {
            long middle = low + (high - low) / 2;
            Born next = session.first(TaskQueries.NEXT_BORN, Born::of, middle).orElse(new Born(high, millis));
            if (next.at() >= millis) {
                high = middle;
            } else {
                low = next.id() + 1;
            }
        }
        return session.first(TaskQueries.NEXT_BORN, Born::of, low).map(born -> new TaskId(born.id()));
    }

    @Override
    public List<TaskId> finished(TaskType type, TaskStatus status, Instant until, int limit) {
        return session.list(
                TaskQueries.FINISHED,
                row -> new TaskId(row.number()),
                type.value(),
                Codes.of(status),
                until.toEpochMilli(),
                limit);
    }

    private List<Long> newest(TaskQuery query, int limit) {
        long before = query.before().map(TaskId::value).orElse(TaskId.MAX + 1);
        if (query.type().isEmpty() && query.status().isEmpty()) {
            return session.list(TaskQueries.NEWEST, Row::number, before, limit);
        }
        List<TaskStatus> statuses = query.status().map(List::of).orElse(Codes.STATUSES);
        FirstFew<Long> newest = new FirstFew<Long>(limit, Comparator.<Long>reverseOrder());
        for (Lane lane : query.type().map(session.lanes()::of).orElseGet(session.lanes()::all)) {
            for (TaskStatus status : statuses) {
                newest.addAll(session.list(
                        TaskQueries.NEWEST_IN_LANE,
                        Row::number,
                        lane.id(),
                        Codes.of(status),
                        before,
                        newest.bound().orElse(0L),
                        limit));
            }
        }
        return newest.inOrder();
    }
}
