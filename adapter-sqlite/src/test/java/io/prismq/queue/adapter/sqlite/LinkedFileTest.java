package io.prismq.queue.adapter.sqlite;

import static io.prismq.queue.domain.testing.Tasks.aTask;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.prismq.queue.adapter.sqlite.backup.SqliteBackup;
import io.prismq.queue.adapter.sqlite.backup.SqliteRestore;
import io.prismq.queue.adapter.sqlite.care.DatabaseCare;
import io.prismq.queue.domain.port.Clock;
import io.prismq.queue.domain.port.StoreBusyException;
import io.prismq.queue.domain.port.StoreReadOnlyException;
import io.prismq.queue.domain.task.Task;
import io.prismq.queue.domain.task.TaskId;
import io.prismq.queue.domain.testing.Tasks;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A link in another directory that leads to a database in use: its locks hold for who comes by the link. */
class LinkedFileTest {
    private static final Clock CLOCK = () -> Tasks.NOW;

    private final Path directory;
    private final Path path;
    private final Path link;
    private final Path backup;

    LinkedFileTest(@TempDir Path directory) throws IOException {
        this.directory = directory;
        path = directory.resolve("queue.db");
        backup = directory.resolve("copy.db");
        try (SqliteTaskStore store = open(path)) {
            store.write(tx -> tx.insert(aTask().build())).toCompletableFuture().join();
        }
        link = Files.createSymbolicLink(
                Files.createDirectory(directory.resolve("links")).resolve("queue.db"), path);
    }

    @Test
    void isNotOpenedTwice() {
        try (SqliteTaskStore store = open(path)) {
            assertThatThrownBy(() -> open(link)).isInstanceOf(StoreBusyException.class);
            assertThatThrownBy(() -> DatabaseCare.open(link)).isInstanceOf(StoreBusyException.class);
            assertThat(store.quickCheck()).isEmpty();
        }
        assertThat(besideTheLink()).isEmpty();
    }

    @Test
    void isNotVacuumedBesideWhoUsesIt() {
        try (SqliteTaskStore store = open(path)) {
            assertThatThrownBy(() -> DatabaseCare.vacuum(link)).isInstanceOf(StoreBusyException.class);
            assertThat(store.quickCheck()).isEmpty();
        }
    }

    @Test
    void isNotReplacedUnderWhoUsesIt() {
        SqliteBackup.take(link, backup);
        try (SqliteTaskStore again = open(path)) {
            assertThatThrownBy(() -> new SqliteRestore(link, CLOCK).restore(backup, Optional.empty()))
                    .isInstanceOf(StoreBusyException.class);
            assertThat(again.quickCheck()).isEmpty();
        }
    }

    @Test
    void staysALinkWhenWhatItLeadsToIsRestored() {
        SqliteBackup.take(path, backup);

        new SqliteRestore(link, CLOCK).restore(backup, Optional.empty());

        assertThat(link).isSymbolicLink();
        assertThat(besideTheLink()).isEmpty();
        try (SqliteTaskStore restored = open(path)) {
            assertThat(restored.<Optional<Task>>read(reads -> reads.find(new TaskId(1))))
                    .isPresent();
        }
    }

    @Test
    void isNotMadeWhereALinkLeadsNowhere() throws IOException {
        Path nowhere = Files.createSymbolicLink(directory.resolve("nowhere.db"), directory.resolve("missing.db"));

        assertThatThrownBy(() -> open(nowhere))
                .isInstanceOf(StoreReadOnlyException.class)
                .hasMessageContaining("is a link that leads nowhere");
        assertThat(directory.resolve("missing.db")).doesNotExist();
    }

    private Stream<Path> besideTheLink() {
        return Stream.of("-wal", "-shm", ".lock", ".restoring")
                .map(side -> link.resolveSibling("queue.db" + side))
                .filter(Files::exists);
    }

    private static SqliteTaskStore open(Path path) {
        return SqliteTaskStore.open(SqliteSettings.of(path), CLOCK);
    }
}
