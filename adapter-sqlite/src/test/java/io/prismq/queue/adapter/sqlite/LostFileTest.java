package io.prismq.queue.adapter.sqlite;

import static io.prismq.queue.domain.testing.Tasks.aTask;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.prismq.queue.adapter.sqlite.session.Connections;
import io.prismq.queue.adapter.sqlite.session.Row;
import io.prismq.queue.adapter.sqlite.session.Session;
import io.prismq.queue.domain.port.StoreCorruptException;
import io.prismq.queue.domain.port.StoreReadOnlyException;
import io.prismq.queue.domain.task.Task;
import io.prismq.queue.domain.testing.Tasks;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.SQLException;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whoever takes the file away while it is in use is told before anything is written to where nobody will find it. */
class LostFileTest {
    private final Path path;
    private final Path elsewhere;
    private final SqliteTaskStore store;

    LostFileTest(@TempDir Path directory) {
        path = directory.resolve("queue.db");
        elsewhere = directory.resolve("elsewhere.db");
        store = SqliteTaskStore.open(SqliteSettings.of(path), () -> Tasks.NOW);
        insert().join();
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void takesNoWriteOnceItWasDeleted() throws IOException {
        Files.delete(path);

        assertThatThrownBy(() -> insert().join()).hasCauseInstanceOf(StoreReadOnlyException.class);
    }

    @Test
    void takesNoWriteOnceAnotherIsInItsPlace() throws IOException {
        Files.move(path, elsewhere);
        Files.copy(elsewhere, path);

        assertThatThrownBy(() -> insert().join()).hasCauseInstanceOf(StoreReadOnlyException.class);
    }

    /** What a connection has in its memory it need not read: it is the next look at the file that finds out. */
    @Test
    void isFoundOutByTheNextLookOnceItIsOverwrittenWithSomethingElse() throws IOException {
        await().until(this::isMovedIntoTheFile);
        Files.write(path, "not a database".repeat(10_000).getBytes(UTF_8), StandardOpenOption.WRITE);

        assertThatThrownBy(store::quickCheck).isInstanceOf(StoreCorruptException.class);
        assertThatThrownBy(() -> store.tryWrite().toCompletableFuture().join())
                .hasCauseInstanceOf(StoreCorruptException.class);
    }

    @Test
    void isNotMadeAnewByANewConnection() throws IOException {
        Files.delete(path);

        assertThatThrownBy(store::quickCheck).isInstanceOf(StoreReadOnlyException.class);
        assertThat(path).doesNotExist();
    }

    @Test
    void takesWritesAgainOnceItIsBack() throws IOException {
        Files.move(path, elsewhere);
        assertThatThrownBy(() -> insert().join()).hasCauseInstanceOf(StoreReadOnlyException.class);
        Files.move(elsewhere, path);

        assertThat(insert().join().id().value()).isEqualTo(2);
    }

    private boolean isMovedIntoTheFile() {
        try (Session session = new Connections(path).openForReading()) {
            return session.ask("PRAGMA wal_checkpoint(NOOP)", LostFileTest::unmovedPages)
                            .get(0)
                    == 0;
        }
    }

    private CompletableFuture<Task> insert() {
        return store.write(tx -> tx.insert(aTask().build())).toCompletableFuture();
    }

    /** Of a row that says whether it was busy, how many pages the log has, and how many of them were moved. */
    private static long unmovedPages(Row row) throws SQLException {
        row.number();
        long pages = row.number();
        return pages - row.number();
    }
}
