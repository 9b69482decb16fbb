package io.prismq.queue.adapter.sqlite.care;

import io.prismq.queue.adapter.sqlite.rows.Codes;
import io.prismq.queue.adapter.sqlite.session.Session;
import io.prismq.queue.domain.task.TaskStatus;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * How large a database is, and of what.
 *
 * @param fileBytes the size of the file
 * @param logBytes the size of the write-ahead log beside it, which is kept to be written to again
 * @param pageBytes the size of a page
 * @param pages of the database, those in the log too
 * @param freePages of these, those on which nothing is stored
 * @param schemaVersion the number of the latest migration
 * @param tasks how many there are, by status
 * @param rows how many there are, by table
 */
public record DatabaseStats(
        long fileBytes,
        long logBytes,
        long pageBytes,
        long pages,
        long freePages,
        long schemaVersion,
        Map<TaskStatus, Long> tasks,
        Map<String, Long> rows) {
    private static final List<String> TABLES =
            List.of("attempt", "lane", "task", "task_log", "task_payload", "task_result", "worker");

    public DatabaseStats {
        tasks = Map.copyOf(tasks);
        rows = Map.copyOf(rows);
    }

    static DatabaseStats of(Session session, Path path) {
        return new DatabaseStats(
                DatabaseCare.bytes(path),
                DatabaseCare.bytes(path.resolveSibling(path.getFileName() + "-wal")),
                session.number("PRAGMA page_size"),
                session.number("PRAGMA page_count"),
                session.number("PRAGMA freelist_count"),
                session.number("PRAGMA user_version"),
                tasks(session),
                rows(session));
    }

    private static Map<TaskStatus, Long> tasks(Session session) {
        Map<TaskStatus, Long> tasks = new EnumMap<>(TaskStatus.class);
        Codes.STATUSES.forEach(status -> tasks.put(status, 0L));
        session.ask(
                "SELECT status, sum(tasks) FROM lane_count GROUP BY status",
                row -> tasks.put(Codes.status(row.number()), row.number()));
        return tasks;
    }

    private static Map<String, Long> rows(Session session) {
        Map<String, Long> rows = new TreeMap<>();
        TABLES.forEach(table -> rows.put(table, session.number("SELECT count(*) FROM " + table)));
        return rows;
    }
}
