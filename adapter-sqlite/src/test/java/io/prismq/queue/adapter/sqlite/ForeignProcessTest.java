package io.prismq.queue.adapter.sqlite;

import static io.prismq.queue.domain.testing.Tasks.aTask;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.prismq.queue.domain.port.Commit;
import io.prismq.queue.domain.testing.Tasks;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sqlite.JDBC;

/** What others do to the file: here a second connection takes the part of another process. */
class ForeignProcessTest {
    @TempDir
    private Path directory;

    @Test
    void isHeardOfWhenItCommits() throws Exception {
        Path path = directory.resolve("queue.db");
        List<Commit> heard = new CopyOnWriteArrayList<>();
        try (SqliteTaskStore store = SqliteTaskStore.open(SqliteSettings.of(path), () -> Tasks.NOW)) {
            store.subscribe(heard::add);
            store.write(tx -> tx.insert(aTask().build())).toCompletableFuture().join();
            await().until(() -> heard.stream().anyMatch(commit -> !commit.foreign()));

            // Until the writer has looked once it cannot tell a commit of before from one of now.
            await().until(() -> {
                execute(path, "UPDATE task SET priority = priority");
                return heard.contains(Commit.FOREIGN);
            });
        }
    }

    @Test
    void mayAddLanesThatThisOneThenUses() throws Exception {
        Path path = directory.resolve("queue.db");
        try (SqliteTaskStore store = SqliteTaskStore.open(SqliteSettings.of(path), () -> Tasks.NOW)) {
            store.write(tx -> tx.insert(aTask().type("a").build()))
                    .toCompletableFuture()
                    .join();
            execute(path, "INSERT INTO lane (id, type, compatibility) VALUES (2, 'b', '{}')");

            store.write(tx -> tx.insert(aTask().type("b").build()))
                    .toCompletableFuture()
                    .join();
        }
        try (TestDatabase database = new TestDatabase(path)) {
            assertThat(database.ask("SELECT lane_id FROM task WHERE id = 2")).isEqualTo(2);
        }
    }

    private static void execute(Path path, String sql) throws Exception {
        try (var connection = JDBC.createConnection("jdbc:sqlite:" + path, new Properties());
                var statement = connection.createStatement()) {
            statement.execute("PRAGMA busy_timeout = 5000");
            statement.execute(sql);
        }
    }
}
