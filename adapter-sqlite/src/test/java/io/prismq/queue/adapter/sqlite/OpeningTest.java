package io.prismq.queue.adapter.sqlite;

import static io.prismq.queue.domain.testing.Tasks.aTask;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.prismq.queue.adapter.sqlite.file.Schema;
import io.prismq.queue.domain.port.StoreCorruptException;
import io.prismq.queue.domain.port.StoreReadOnlyException;
import io.prismq.queue.domain.port.StoreSchemaException;
import io.prismq.queue.domain.port.TaskStoreException;
import io.prismq.queue.domain.task.TaskId;
import io.prismq.queue.domain.testing.Tasks;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sqlite.JDBC;

class OpeningTest {
    @TempDir
    private Path directory;

    @Test
    void createsTheFileAndItsDirectories() {
        Path path = directory.resolve("a/b/queue.db");

        open(path).close();

        assertThat(path).exists();
    }

    @Test
    void findsWhatWasStoredBefore() {
        Path path = directory.resolve("queue.db");
        try (SqliteTaskStore store = open(path)) {
            store.write(tx -> tx.insert(aTask().requires("\"region\":\"eu\"").build()))
                    .toCompletableFuture()
                    .join();
        }
        try (SqliteTaskStore store = open(path)) {
            assertThat(store.read(reads -> reads.find(new TaskId(1)))
                            .orElseThrow()
                            .spec()
                            .compatibility()
                            .json())
                    .isEqualTo("{\"region\":\"eu\"}");
        }
    }

    @Test
    void refusesAFileThatIsNoDatabase() throws IOException {
        Path path = Files.writeString(
                directory.resolve("queue.db"), "this is a letter, and rather a long one. ".repeat(100));

        assertThatThrownBy(() -> open(path)).isInstanceOf(StoreCorruptException.class);
        assertThat(path).content().startsWith("this is a letter");
    }

    @Test
    void refusesTheDatabaseOfAnotherProgramAndLeavesItAsItIs() throws Exception {
        Path path = directory.resolve("queue.db");
        execute(path, "CREATE TABLE cats (name TEXT)");
        byte[] before = Files.readAllBytes(path);

        assertThatThrownBy(() -> open(path))
                .isInstanceOf(StoreCorruptException.class)
                .hasMessageContaining("another program");
        assertThat(path).hasBinaryContent(before);
    }

    @Test
    void refusesASchemaOfANewerVersion() throws Exception {
        Path path = directory.resolve("queue.db");
        open(path).close();
        execute(path, "PRAGMA user_version = 99");

        assertThatThrownBy(() -> open(path))
                .isInstanceOf(StoreSchemaException.class)
                .hasMessageContaining("schema version 99");
    }

    @Test
    void refusesADirectory() {
        assertThatThrownBy(() -> open(directory))
                .isInstanceOf(TaskStoreException.class)
                .hasMessageContaining("directory");
    }

    @Test
    void refusesAPlaceWhereNothingCanBeWritten() throws IOException {
        Path file = Files.createFile(directory.resolve("file"));

        assertThatThrownBy(() -> open(file.resolve("queue.db"))).isInstanceOf(StoreReadOnlyException.class);
    }

    @Test
    void refusesToOpenAFileTwiceInOneProcess() {
        Path path = directory.resolve("queue.db");
        try (SqliteTaskStore store = open(path)) {
            assertThatThrownBy(() -> open(path))
                    .isInstanceOf(TaskStoreException.class)
                    .hasMessageContaining("open in this process already");
            assertThat(store.quickCheck()).isEmpty();
        }
        open(path).close();
    }

    @Test
    void knowsWhetherItsDiskHasRoomForMore() {
        try (TestDatabase database = new TestDatabase(directory.resolve("queue.db"))) {
            assertThat(database.file().hasRoomFor(1)).isTrue();
            assertThat(database.file().hasRoomFor(Long.MAX_VALUE / 4096)).isFalse();
        }
    }

    @Test
    void knowsHowLargeItsFilesAre() throws IOException {
        Path path = directory.resolve("queue.db");
        try (SqliteTaskStore store = open(path)) {
            store.write(tx -> tx.insert(aTask().build())).toCompletableFuture().join();

            assertThat(store.size().database()).isEqualTo(Files.size(path)).isPositive();
            assertThat(store.size().log())
                    .isEqualTo(Files.size(directory.resolve("queue.db-wal")))
                    .isPositive();
        }
    }

    @Test
    void finishesACreationThatWasCutShort() throws Exception {
        Path path = directory.resolve("queue.db");
        execute(path, "PRAGMA application_id = " + Schema.APPLICATION_ID);

        try (SqliteTaskStore store = open(path)) {
            assertThat(store.quickCheck()).isEmpty();
        }
    }

    @Test
    void knowsTheNumberOfItsLatestMigration() throws IOException {
        try (Stream<Path> migrations = Files.list(Path.of("src/main/resources/db/migration"))) {
            List<String> names =
                    migrations.map(path -> path.getFileName().toString()).toList();
            assertThat(names)
                    .hasSize(Math.toIntExact(Schema.VERSION))
                    .anyMatch(name -> name.startsWith("V" + Schema.VERSION + "__"));
        }
    }

    private static SqliteTaskStore open(Path path) {
        return SqliteTaskStore.open(SqliteSettings.of(path), () -> Tasks.NOW);
    }

    private static void execute(Path path, String sql) throws Exception {
        try (var connection = JDBC.createConnection("jdbc:sqlite:" + path, new Properties());
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
