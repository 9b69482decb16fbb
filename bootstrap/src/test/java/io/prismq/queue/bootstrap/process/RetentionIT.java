package io.prismq.queue.bootstrap.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.prismq.queue.adapter.sqlite.SqliteSettings;
import io.prismq.queue.adapter.sqlite.SqliteTaskStore;
import io.prismq.queue.domain.port.SystemClock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Many tasks that are kept no longer go while others are enqueued. By default small enough for every build;
 * {@code bin/soak} runs the large one, and compares how long those who enqueue wait with how long they wait otherwise.
 */
class RetentionIT {
    private static final int TASKS = Integer.getInteger("prismq.retention.tasks", 40_000);
    private static final Duration COMPARED = Duration.ofSeconds(Integer.getInteger("prismq.retention.seconds", 0));
    private static final double MOST_TIMES_SLOWER = 2;
    private static final int PER_SECOND = Integer.getInteger("prismq.retention.rate", 100);
    private static final Duration PATIENCE = Duration.ofMinutes(30);
    private static final Duration WARM_UP = Duration.ofSeconds(10);

    @TempDir
    private Path directory;

    @Test
    void deletesWhatIsOverdueWhileOthersEnqueue() throws IOException, SQLException {
        Path database = directory.resolve("queue.db");
        store(database, Instant.now().minus(Duration.ofDays(8)));
        double before = COMPARED.isZero() ? 0 : withoutRetention(database);
        long size = Files.size(database);

        try (ServerProcess server = ServerProcess.start(database, "--no-worker")) {
            SteadyLoad load = SteadyLoad.start(server.client(), "new", PER_SECOND);
            Instant begun = Instant.now();
            if (!COMPARED.isZero()) {
                warmUp(load);
            }
            await().atMost(PATIENCE)
                    .pollInterval(Duration.ofMillis(500))
                    .until(() -> stat(server, "completed_tasks") == 0);
            load.close();
            double during = load.p99Millis();
            System.out.printf(
                    "retention: %d tasks deleted in %d s; p99 of enqueue %.2f ms, without %.2f ms%n",
                    TASKS, Duration.between(begun, Instant.now()).toSeconds(), during, before);

            assertThat(load.failures()).isEmpty();
            assertThat(stat(server, "queued_tasks")).isGreaterThanOrEqualTo(load.sent());
            await().atMost(PATIENCE).until(() -> Files.size(database) < size / 3 * 2);
            System.out.printf("retention: the file had %d bytes and has %d%n", size, Files.size(database));
            if (!COMPARED.isZero()) {
                assertThat(during / before).isLessThanOrEqualTo(MOST_TIMES_SLOWER);
            }
        }
    }

    private double withoutRetention(Path database) throws IOException {
        Path config = Files.writeString(directory.resolve("keep.yaml"), "retention: {completed_hours: 876000}");
        try (ServerProcess server = ServerProcess.start(database, "--no-worker", "--config", config.toString());
                SteadyLoad load = SteadyLoad.start(server.client(), "new", PER_SECOND)) {
            warmUp(load);
            long all = load.sent() + PER_SECOND * COMPARED.toSeconds();
            await().atMost(PATIENCE).until(() -> load.sent() > all);
            assertThat(load.failures()).isEmpty();
            return load.p99Millis();
        }
    }

    private static void warmUp(SteadyLoad load) {
        await().atMost(PATIENCE).until(() -> load.sent() > PER_SECOND * WARM_UP.toSeconds());
        load.forget();
    }

    private static long stat(ServerProcess server, String name) {
        return server.client().get("/api/queue/stats").body().get(name).asLong();
    }

    /** Fills a new file with tasks that were completed then, each with a payload, a result and an attempt. */
    private static void store(Path database, Instant finished) throws SQLException {
        SqliteTaskStore.open(SqliteSettings.of(database), new SystemClock()).close();
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + database);
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("INSERT INTO lane (id, type, compatibility) VALUES (1, 'old', '{}')");
            statement.execute("INSERT INTO lane_count (lane_id, status, tasks) VALUES (1, 3, %d)".formatted(TASKS));
            statement.execute("""
                    WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < %1$d)
                    INSERT INTO task (id, lane_id, status, priority, attempts, max_attempts, claim_no, version, created_at,
                      run_after, started_at, finished_at, payload)
                    SELECT i, 1, 3, 100, 1, 5, 1, 2, %2$d, %2$d, %2$d, %2$d, '{"text":"' || hex(randomblob(100)) || '"}'
                    FROM n
                    """.formatted(TASKS, finished.toEpochMilli()));
            statement.execute("INSERT INTO task_result (task_id, json) SELECT id, '{\"pages\":3}' FROM task");
            statement.execute("""
                    INSERT INTO attempt (task_id, claim_no, number, worker_id, lease_token, started_at, ended_at, outcome,
                      status)
                    SELECT id, 1, 1, 'worker', hex(randomblob(16)), started_at, finished_at, 0, 3 FROM task
                    """);
            connection.commit();
        }
    }
}
