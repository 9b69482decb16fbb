package io.prismq.queue.adapter.sqlite;

import static io.prismq.queue.domain.testing.Tasks.aTask;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.prismq.queue.domain.port.StoreCorruptException;
import io.prismq.queue.domain.port.StoreReadOnlyException;
import io.prismq.queue.domain.port.TaskStoreException;
import io.prismq.queue.domain.testing.Tasks;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TryWriteTest {
    private final Path path;
    private final Path log;
    private final SqliteTaskStore store;

    TryWriteTest(@TempDir Path directory) {
        path = directory.resolve("queue.db");
        log = directory.resolve("queue.db-wal");
        store = SqliteTaskStore.open(SqliteSettings.of(path), () -> Tasks.NOW);
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void reachesTheDiskWhereAnEmptyUnitOfWorkDoesNot() throws IOException {
        store.write(tx -> true).toCompletableFuture().join();
        long before = Files.exists(log) ? Files.size(log) : 0;

        tryWrite();

        assertThat(log).isNotEmptyFile();
        assertThat(Files.size(log)).isGreaterThan(before);
    }

    @Test
    void leavesNothingToSee() {
        tryWrite();

        assertThat(store.<Long>read(reads -> reads.statistics().counts().total()))
                .isZero();
        assertThat(store.quickCheck()).isEmpty();
    }

    @Test
    void failsAsAnyWriteDoes() throws IOException {
        Files.delete(path);

        assertThatThrownBy(this::tryWrite).hasCauseInstanceOf(StoreReadOnlyException.class);
    }

    @Test
    void failsOnceDamageWasMetThoughItsOwnPageIsSound() throws IOException {
        SqliteSettings settings = SqliteSettings.of(path.resolveSibling("damaged.db"));
        SqliteTaskStore.open(settings, () -> Tasks.NOW).close();
        try (FileChannel file = FileChannel.open(settings.path(), StandardOpenOption.WRITE)) {
            file.write(ByteBuffer.wrap("damage".repeat(2731).getBytes(UTF_8)), 3 * 4096);
        }
        try (SqliteTaskStore damaged = SqliteTaskStore.open(settings, () -> Tasks.NOW)) {
            assertThatThrownBy(() -> damaged.write(tx -> tx.insert(aTask().build()))
                            .toCompletableFuture()
                            .join())
                    .hasCauseInstanceOf(TaskStoreException.class);

            assertThatThrownBy(() -> damaged.tryWrite().toCompletableFuture().join())
                    .hasCauseInstanceOf(StoreCorruptException.class)
                    .hasMessageContaining("restore a backup");
        }
    }

    private void tryWrite() {
        store.tryWrite().toCompletableFuture().join();
    }
}
