package io.prismq.queue.adapter.sqlite;

import static io.prismq.queue.domain.testing.Tasks.aTask;
import static org.assertj.core.api.Assertions.assertThat;

import io.prismq.queue.domain.testing.Tasks;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a process leaves that ends without a word: the file as it was once, and the log with all that came after. */
class CrashedFileTest {
    private static final int TASKS = 10;

    private final Path path;
    private final Path log;

    CrashedFileTest(@TempDir Path directory) {
        path = directory.resolve("left.db");
        log = directory.resolve("left.db-wal");
    }

    @BeforeEach
    void crash() throws IOException {
        Path running = path.resolveSibling("running.db");
        try (TestDatabase database = new TestDatabase(running)) {
            for (int task = 0; task < TASKS; task++) {
                database.commit(List.of(TestDatabase.unit(tx -> tx.insert(aTask().build()))));
            }
            Files.copy(running, path);
            Files.copy(running.resolveSibling("running.db-wal"), log);
        }
    }

    @Test
    void isWholeAgainWithItsLog() {
        assertThat(tasks()).isEqualTo(TASKS);
    }

    @Test
    void lacksNoMoreThanTheCommitThatWasBeingWritten() throws IOException {
        try (RandomAccessFile file = new RandomAccessFile(log.toFile(), "rw")) {
            file.setLength(file.length() - 100);
        }

        assertThat(tasks()).isEqualTo(TASKS - 1);
    }

    @Test
    void doesNotMindWhatElseTheDiskHadInTheLog() throws IOException {
        Files.write(log, new byte[10_000], StandardOpenOption.APPEND);

        assertThat(tasks()).isEqualTo(TASKS);
    }

    private long tasks() {
        try (SqliteTaskStore store = SqliteTaskStore.open(SqliteSettings.of(path), () -> Tasks.NOW)) {
            assertThat(store.quickCheck()).isEmpty();
            return store.<Long>read(reads -> reads.statistics().counts().total());
        }
    }
}
