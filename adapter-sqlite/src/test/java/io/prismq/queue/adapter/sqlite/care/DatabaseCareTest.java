package io.prismq.queue.adapter.sqlite.care;

import static io.prismq.queue.domain.testing.Tasks.aTask;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import io.prismq.queue.adapter.sqlite.SqliteSettings;
import io.prismq.queue.adapter.sqlite.SqliteTaskStore;
import io.prismq.queue.adapter.sqlite.TestDatabase;
import io.prismq.queue.adapter.sqlite.file.Schema;
import io.prismq.queue.adapter.sqlite.rows.Distribution;
import io.prismq.queue.adapter.sqlite.session.Connections;
import io.prismq.queue.adapter.sqlite.session.Session;
import io.prismq.queue.domain.port.StoreBusyException;
import io.prismq.queue.domain.port.StoreReadOnlyException;
import io.prismq.queue.domain.port.StoreSchemaException;
import io.prismq.queue.domain.task.Task;
import io.prismq.queue.domain.task.TaskStatus;
import io.prismq.queue.domain.testing.Tasks;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DatabaseCareTest {
    private static final int TASKS = 20;

    private final Path path;

    DatabaseCareTest(@TempDir Path directory) {
        path = directory.resolve("queue.db");
    }

    @BeforeEach
    void storeTasks() {
        String payload = "{\"text\":\"" + "x".repeat(20_000) + "\"}";
        try (SqliteTaskStore store = open()) {
            for (int task = 0; task < TASKS; task++) {
                store.write(tx -> tx.insert(aTask().payload(payload).build()))
                        .toCompletableFuture()
                        .join();
            }
        }
    }

    @Nested
    class ACheck {
        @Test
        void findsNothingInASoundDatabase() {
            assertThat(check()).isEmpty();
        }

        @Test
        void worksBesideAStoreThatIsOpenInAnotherProcess() {
            // Its locks are another process's as far as SQLite can tell; those on the lock file are shared.
            try (TestConnection writer = new TestConnection()) {
                writer.execute("BEGIN IMMEDIATE");
                writer.execute("UPDATE lane_count SET tasks = 0");

                assertThat(check()).isEmpty();
            }
        }

        @Test
        void findsACounterThatIsNotTrue() {
            execute("UPDATE lane_count SET tasks = 7");

            assertThat(check())
                    .containsExactly("type email, status queued: the counter says 7 tasks, and there are 20");
        }

        @Test
        void findsTasksThatNobodyCounted() {
            execute("DELETE FROM lane_count");

            assertThat(check())
                    .containsExactly("type email, status queued: the counter says 0 tasks, and there are 20");
        }

        @Test
        void findsACounterOfTasksThatAreNotThere() {
            execute("INSERT INTO lane_count VALUES (1, 4, 3), (1, 5, 0)");

            assertThat(check()).containsExactly("type email, status failed: the counter says 3 tasks, and there are 0");
        }

        @Test
        void findsRowsOfTasksThatAreGone() {
            execute("INSERT INTO task_log VALUES (99, 1, 1, 1, 'lost', NULL), (98, 1, 1, 1, 'lost', NULL)");

            assertThat(check()).containsExactly("2 rows of task_log refer to rows of task that are not there");
        }

        @Test
        void findsABrokenPage() throws IOException {
            long page = ask("SELECT rootpage FROM sqlite_schema WHERE name = 'task_list'");
            try (RandomAccessFile file = new RandomAccessFile(path.toFile(), "rw")) {
                file.seek((page - 1) * 4096);
                file.write(new byte[4096]);
            }

            assertThat(check()).isNotEmpty();
        }

        private List<String> check() {
            try (DatabaseCare care = DatabaseCare.open(path)) {
                return care.check();
            }
        }
    }

    @Nested
    class AVacuum {
        @Test
        void makesTheFileShorterAndLosesNothing() throws IOException {
            execute("DELETE FROM task_payload WHERE task_id % 2 = 0");
            long before = Files.size(path);

            long shorter = DatabaseCare.vacuum(path);

            assertThat(shorter).isGreaterThan(100_000);
            assertThat(Files.size(path)).isEqualTo(before - shorter);
            try (SqliteTaskStore store = open();
                    TestConnection connection = new TestConnection()) {
                Task next = store.write(tx -> tx.insert(aTask().build()))
                        .toCompletableFuture()
                        .join();
                assertThat(next.id().value()).isEqualTo(TASKS + 1);
                // It goes on to shrink by itself.
                assertThat(connection.ask("PRAGMA auto_vacuum")).isEqualTo(2);
            }
        }

        @Test
        void isRefusedWhileAStoreIsOpen() {
            try (SqliteTaskStore store = open()) {
                assertThatThrownBy(() -> DatabaseCare.vacuum(path)).isInstanceOf(StoreBusyException.class);
                assertThat(store.quickCheck()).isEmpty();
            }
        }
    }

    @Test
    void tellsHowLargeADatabaseIsAndOfWhat() throws IOException {
        try (DatabaseCare care = DatabaseCare.open(path)) {
            DatabaseStats stats = care.stats();

            assertThat(stats.fileBytes()).isEqualTo(Files.size(path)).isEqualTo(stats.pages() * stats.pageBytes());
            assertThat(stats.freePages()).isZero();
            assertThat(stats.schemaVersion()).isEqualTo(Schema.VERSION);
            assertThat(stats.tasks()).contains(entry(TaskStatus.QUEUED, 20L), entry(TaskStatus.FAILED, 0L));
            assertThat(stats.rows()).contains(entry("task", 20L), entry("task_payload", 20L), entry("worker", 0L));
        }
    }

    @Test
    void bringsTheStatisticsUpToDate() {
        Path large = path.resolveSibling("large.db");
        try (TestDatabase database = new TestDatabase(large)) {
            Distribution.ALL_FINISHED.store(database.session());
        }

        try (DatabaseCare care = DatabaseCare.open(large)) {
            care.optimize();
        }

        try (TestDatabase database = new TestDatabase(large)) {
            assertThat(database.ask("SELECT count(*) FROM sqlite_stat1")).isPositive();
        }
    }

    @Test
    void canBeHadFromAStoreThatIsOpen() {
        try (SqliteTaskStore store = open();
                DatabaseCare care = store.care()) {
            care.optimize();

            assertThat(care.check()).isEmpty();
            assertThat(care.stats().tasks()).contains(entry(TaskStatus.QUEUED, 20L));
        }
    }

    @Test
    void neverMakesADatabaseThatIsNotThere() {
        Path missing = path.resolveSibling("missing.db");

        assertThatThrownBy(() -> DatabaseCare.open(missing))
                .isInstanceOf(StoreReadOnlyException.class)
                .hasMessageContaining("There is no database");
        assertThatThrownBy(() -> DatabaseCare.vacuum(missing)).isInstanceOf(StoreReadOnlyException.class);
        assertThat(path.getParent()).isDirectoryNotContaining("glob:**missing*");
    }

    @Test
    void leavesADatabaseOfAnotherVersionAlone() {
        execute("PRAGMA user_version = 1");

        assertThatThrownBy(() -> DatabaseCare.open(path))
                .isInstanceOf(StoreSchemaException.class)
                .hasMessageContaining("older version");
        assertThatThrownBy(() -> DatabaseCare.vacuum(path)).isInstanceOf(StoreSchemaException.class);
    }

    private SqliteTaskStore open() {
        return SqliteTaskStore.open(SqliteSettings.of(path), () -> Tasks.NOW);
    }

    private void execute(String sql) {
        try (TestConnection connection = new TestConnection()) {
            connection.execute(sql);
        }
    }

    private long ask(String sql) {
        try (TestConnection connection = new TestConnection()) {
            return connection.ask(sql);
        }
    }

    /** Somebody else's, who minds no references. */
    private final class TestConnection implements AutoCloseable {
        private final Session session = new Connections(path).openUntouched();

        void execute(String sql) {
            session.runToItsEnd(sql);
        }

        long ask(String sql) {
            return session.number(sql);
        }

        @Override
        public void close() {
            session.close();
        }
    }
}
