package io.prismq.queue.bootstrap.process;

import io.prismq.queue.adapter.sqlite.SqliteSettings;
import io.prismq.queue.adapter.sqlite.SqliteTaskStore;
import io.prismq.queue.domain.port.SystemClock;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;

/**
 * Fills a new file with tasks of twenty types, created over the last thirty days: a quarter scheduled, a quarter queued,
 * of the rest most completed, some failed, some cancelled. Every tenth has an idempotency key; finished ones have an
 * attempt.
 */
final class LargeQueue {
    private static final int TYPES = 20;
    private static final Duration AGE = Duration.ofDays(30);

    private LargeQueue() {}

    static void fill(Path database, int tasks) throws SQLException {
        SqliteTaskStore.open(SqliteSettings.of(database), new SystemClock()).close();
        long now = Instant.now().toEpochMilli();
        long first = now - AGE.toMillis();
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + database);
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            for (int type = 1; type <= TYPES; type++) {
                statement.execute("INSERT INTO lane (id, type, compatibility) VALUES (%d, 'mail.kind-%02d', '{}')"
                        .formatted(type, type));
            }
            // 0 and 1 of 8 are scheduled, 2 and 3 queued, 4 to 6 completed, 7 failed or cancelled.
            statement.execute("""
                    WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < %1$d),
                    kind(i, lane, at, status) AS (
                      SELECT i, i / 8 %% %2$d + 1, %3$d + i * %4$d / %1$d,
                        CASE i %% 8 WHEN 0 THEN 0 WHEN 1 THEN 0 WHEN 2 THEN 1 WHEN 3 THEN 1 WHEN 7 THEN 4 + i / 8 %% 2
                        ELSE 3 END
                      FROM n)
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
                    """.formatted(tasks, TYPES, first, AGE.toMillis()));
            statement.execute("""
                    INSERT INTO attempt (task_id, claim_no, number, worker_id, lease_token, started_at, ended_at, outcome,
                      status, message)
                    SELECT id, 1, 1, 'worker', lower(hex(randomblob(16))), started_at, finished_at,
                      CASE status WHEN 3 THEN 0 WHEN 4 THEN 1 ELSE 6 END, status, failure_message
                    FROM task WHERE status >= 3
                    """);
            statement.execute(
                    "INSERT INTO lane_count (lane_id, status, tasks) SELECT lane_id, status, count(*) FROM task GROUP BY 1, 2");
            connection.commit();
        }
    }
}
