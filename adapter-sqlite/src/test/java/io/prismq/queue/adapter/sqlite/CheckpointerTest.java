package io.prismq.queue.adapter.sqlite;

import static io.prismq.queue.domain.testing.Tasks.aTask;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.prismq.queue.domain.testing.Tasks;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckpointerTest {
    @TempDir
    private Path directory;

    @Test
    void movesALongLogIntoTheDatabaseWhileTheStoreIsOpen() {
        Path path = directory.resolve("queue.db");
        try (SqliteTaskStore store = SqliteTaskStore.open(SqliteSettings.of(path), () -> Tasks.NOW)) {
            String payload = "{\"text\":\"" + "x".repeat(1 << 19) + "\"}";
            for (int task = 0; task < 20; task++) {
                store.write(tx -> tx.insert(aTask().payload(payload).build()))
                        .toCompletableFuture()
                        .join();
            }
            try (Session other = new Connections(path, Durability.FULL).open()) {
                await().until(() -> unmovedPages(other) < 1000);
            }
        }
    }

    @Test
    void goesOnAfterAnError() throws InterruptedException {
        BlockingQueue<String> opened = new LinkedBlockingQueue<>();
        Checkpointer checkpointer = new Checkpointer(() -> {
            opened.add("once more");
            throw new OutOfMemoryError("as the test wants it");
        });
        Thread thread = Threads.start("checkpointer", checkpointer);

        assertThat(opened.poll(30, TimeUnit.SECONDS)).isNotNull();
        assertThat(opened.poll(30, TimeUnit.SECONDS)).isNotNull();

        checkpointer.stop();
        Threads.join(thread);
    }

    private static long unmovedPages(Session session) {
        List<Long> unmoved = session.ask("PRAGMA wal_checkpoint(NOOP)", row -> {
            row.number();
            long pages = row.number();
            return pages - row.number();
        });
        return unmoved.get(0);
    }
}
