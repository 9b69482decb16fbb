package io.prismq.queue.benchmarks.data;

import io.prismq.queue.adapter.sqlite.SqliteSettings;
import io.prismq.queue.adapter.sqlite.SqliteTaskStore;
import io.prismq.queue.domain.port.SystemClock;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;

/**
 * Fills a new file with tasks of twenty types, created over the last five days, so that retention takes none. Every tenth has an idempotency key;
 * finished ones have an attempt.
 */
public final class LargeQueue {
    private static final int TYPES = 20;
    private static final Duration AGE = Duration.ofDays(5);

    private static final String TASKS = """
            WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < %1$d),
            kind(i, lane, at, status) AS (SELECT i, i / 8 %% %2$d + 1, %3$d + i * %4$d / %1$d, %5$s FROM n)
            INSERT INTO task (id, lane_id, status, priority, attempts, max_attempts, claim_no, version, created_at,
              run_after, started_at, finished_at, failure_kind, failure_message, idempotency_key, fingerprint,
              payload)
            SELECT i, lane, status, i %% 1000 + 1, status >= 3, 5, status >= 3, 2, at,
              CASE status WHEN 0 THEN at + 2 * %4$d ELSE at END,
              CASE WHEN status >= 3 THEN at END, CASE WHEN status >= 3 THEN at END,
              CASE status WHEN 4 THEN 0 END, CASE status WHEN 4 THEN 'no route to ' || i END,
              CASE WHEN i %% 10 = 0 THEN 'order-' || i END, CASE WHEN i %% 10 = 0 THEN 'f' END,
              '{"to":"' || hex(randomblob(20)) || '"}'
            FROM kind
            """;

    private static final String ATTEMPTS = """
            INSERT INTO attempt (task_id, claim_no, number, worker_id, lease_token, started_at, ended_at, outcome,
              status, message)
            SELECT id, 1, 1, 'worker', lower(hex(randomblob(16))), started_at, finished_at,
              CASE status WHEN 3 THEN 0 WHEN 4 THEN 1 ELSE 6 END, status, failure_message
            FROM task WHERE status >= 3
            """;

    private LargeQueue() {}

    /** Without tasks, but with everything else. */
    public static void create(Path database) {
        SqliteTaskStore.open(SqliteSettings.of(database), new SystemClock()).close();
    }

    public static void fill(Path database, Mix mix, int tasks) throws SQLException {
        create(database);
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + database);
                Statement statement = connection.createStatement()) {
            // Nobody needs half of it: without a log and a wait for the disk it is there in half the time.
            statement.execute("PRAGMA journal_mode = OFF");
            statement.execute("PRAGMA synchronous = OFF");
            statement.execute("PRAGMA cache_size = -500000");
            connection.setAutoCommit(false);
            insert(statement, mix, tasks);
            connection.commit();
        }
        create(database);
    }

    private static void insert(Statement statement, Mix mix, int tasks) throws SQLException {
        for (int type = 1; type <= TYPES; type++) {
            statement.execute("INSERT INTO lane (id, type, compatibility) VALUES (%d, 'mail.kind-%02d', '{}')"
                    .formatted(type, type));
        }
        long first = new SystemClock().now().minus(AGE).toEpochMilli();
        statement.execute(TASKS.formatted(tasks, TYPES, first, AGE.toMillis(), mix.status()));
        statement.execute(ATTEMPTS);
        statement.execute(
                "INSERT INTO lane_count (lane_id, status, tasks) SELECT lane_id, status, count(*) FROM task GROUP BY 1, 2");
    }
}
