package io.prismq.queue.adapter.sqlite.backup;

import static io.prismq.queue.domain.testing.Tasks.aTask;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.prismq.queue.adapter.sqlite.SqliteTaskStore;
import io.prismq.queue.adapter.sqlite.session.Threads;
import io.prismq.queue.domain.port.TaskQuery;
import io.prismq.queue.domain.task.Task;
import io.prismq.queue.domain.testing.Tasks;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is acknowledged while a backup is made, is in it up to one moment, and not beyond. */
class BackupUnderLoadTest {
    private static final int BEFORE = 5_000;
    private static final int TO_AND_FRO = 100;

    private static final TaskQuery NEWEST =
            new TaskQuery(Optional.empty(), Optional.empty(), Optional.empty(), 1, Long.MAX_VALUE);

    private final Scene scene;
    private final AtomicLong acknowledged = new AtomicLong();
    private final AtomicBoolean enough = new AtomicBoolean();

    BackupUnderLoadTest(@TempDir Path directory) {
        scene = new Scene(directory);
    }

    @Test
    void holdsExactlyAPrefixOfWhatWasAcknowledged() {
        long before;
        long atTheEnd;
        try (SqliteTaskStore store = scene.open()) {
            Scene.insert(store, BEFORE);
            Thread writer = Threads.start("enqueues", () -> enqueueUntilEnough(store));
            await().until(() -> acknowledged.get() > BEFORE + TO_AND_FRO);
            before = acknowledged.get();
            store.backups(scene.backups()).create(Scene.NAME);
            atTheEnd = acknowledged.get();
            enough.set(true);
            Threads.join(writer);
        }

        Scene elsewhere = new Scene(scene.directory().resolve("elsewhere"));
        long restored = new SqliteRestore(elsewhere.database(), () -> Tasks.NOW)
                .restore(scene.backups().resolve(Scene.NAME.text()), Optional.empty())
                .tasks();

        assertThat(atTheEnd).isGreaterThan(before);
        assertThat(restored).isBetween(before, atTheEnd);
        assertThat(elsewhere.ask(reads -> reads.search().page(NEWEST)).tasks())
                .extracting(stored -> stored.task().id().value())
                .containsExactly(restored);
    }

    /** Ids are given out in the order of the commits, without gaps: so many tasks are a prefix if the last id is as high. */
    private void enqueueUntilEnough(SqliteTaskStore store) {
        while (!enough.get()) {
            Task task = store.write(tx -> tx.insert(aTask().build()))
                    .toCompletableFuture()
                    .join();
            acknowledged.set(task.id().value());
        }
    }
}
