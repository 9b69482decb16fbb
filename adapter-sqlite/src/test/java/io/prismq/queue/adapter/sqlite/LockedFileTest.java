package io.prismq.queue.adapter.sqlite;

import static io.prismq.queue.domain.testing.Tasks.aTask;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.prismq.queue.adapter.sqlite.session.Connections;
import io.prismq.queue.adapter.sqlite.session.Session;
import io.prismq.queue.domain.port.StoreBusyException;
import io.prismq.queue.domain.task.Task;
import io.prismq.queue.domain.task.TaskId;
import io.prismq.queue.domain.testing.Tasks;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Another program that keeps the database locked: here a connection of the test. */
class LockedFileTest {
    private static final long SECONDS = Long.getLong("prismq.lock.seconds", 1);
    private static final Duration PATIENCE = Duration.ofMillis(300);

    private final SqliteTaskStore store;
    private final Session other;

    LockedFileTest(@TempDir Path directory) {
        Path path = directory.resolve("queue.db");
        store = SqliteTaskStore.open(
                new SqliteSettings(path, Durability.FULL, 1, 10_000, 1 << 20, PATIENCE), () -> Tasks.NOW);
        insert().join();
        other = new Connections(path).open();
        other.execute("BEGIN IMMEDIATE");
    }

    @AfterEach
    void close() {
        other.close();
        store.close();
    }

    @Test
    void keepsNoWriteWaitingForLongerThanThePatience() {
        CompletableFuture<Task> first = insert();
        List<CompletableFuture<Task>> later =
                Stream.generate(this::insert).limit(2000).toList();

        assertThatThrownBy(first::join).hasCauseInstanceOf(StoreBusyException.class);

        // More than one batch takes, and none of them waits for a turn of its own.
        List<Throwable> refusals = later.stream()
                .map(write -> write.handle((task, refusal) -> refusal).join())
                .distinct()
                .toList();
        assertThat(refusals).hasSizeLessThan(3).hasOnlyElementsOfType(StoreBusyException.class);
    }

    @Test
    void refusesEveryWriteInTimeForAsLongAsItLasts() {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS);
        do {
            assertThatThrownBy(() -> insert().orTimeout(5, TimeUnit.SECONDS).join())
                    .hasCauseInstanceOf(StoreBusyException.class);
        } while (System.nanoTime() < end);

        other.execute("ROLLBACK");

        assertThat(insert().join().id()).isEqualTo(new TaskId(2));
    }

    @Test
    void canStillBeReadFrom() {
        Optional<Task> found = store.read(reads -> reads.find(new TaskId(1)));

        assertThat(found).isPresent();
    }

    private CompletableFuture<Task> insert() {
        return store.write(tx -> tx.insert(aTask().build())).toCompletableFuture();
    }
}
