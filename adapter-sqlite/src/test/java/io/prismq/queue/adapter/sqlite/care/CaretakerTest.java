package io.prismq.queue.adapter.sqlite.care;

import static io.prismq.queue.domain.testing.Tasks.aTask;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.prismq.queue.adapter.sqlite.SqliteSettings;
import io.prismq.queue.adapter.sqlite.SqliteTaskStore;
import io.prismq.queue.adapter.sqlite.TestDatabase;
import io.prismq.queue.adapter.sqlite.session.Connections;
import io.prismq.queue.adapter.sqlite.session.Session;
import io.prismq.queue.adapter.sqlite.session.Threads;
import io.prismq.queue.domain.port.StoreBusyException;
import io.prismq.queue.domain.testing.Tasks;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CaretakerTest {
    @TempDir
    private Path directory;

    @Test
    void movesTheLogIntoTheDatabaseWhileTheStoreIsOpen() {
        Path path = directory.resolve("queue.db");
        try (SqliteTaskStore store = SqliteTaskStore.open(SqliteSettings.of(path), () -> Tasks.NOW)) {
            store.write(tx -> tx.insert(aTask().build())).toCompletableFuture().join();

            try (Session other = new Connections(path).open()) {
                await().until(() -> LogState.of(other, "NOOP").unmoved() == 0);
            }
        }
    }

    @Test
    void goesOnAfterAnError() throws InterruptedException {
        BlockingQueue<String> opened = new LinkedBlockingQueue<>();
        Caretaker caretaker = new Caretaker(
                () -> {
                    opened.add("once more");
                    throw new OutOfMemoryError("as the test wants it");
                },
                List.of(session -> {}));
        Thread thread = Threads.start("caretaker", caretaker);

        assertThat(opened.poll(30, TimeUnit.SECONDS)).isNotNull();
        assertThat(opened.poll(30, TimeUnit.SECONDS)).isNotNull();

        caretaker.stop();
        Threads.join(thread);
    }

    @Test
    void goesOnAfterAMistakeOfItsOwn() throws InterruptedException {
        BlockingQueue<String> done = new LinkedBlockingQueue<>();
        try (TestDatabase database = new TestDatabase(directory.resolve("queue.db"))) {
            Caretaker caretaker = new Caretaker(database::connect, List.of(session -> {
                done.add("once more");
                throw new IllegalStateException("as the test wants it");
            }));
            Thread thread = Threads.start("caretaker", caretaker);

            assertThat(done.poll(30, TimeUnit.SECONDS)).isNotNull();
            assertThat(done.poll(30, TimeUnit.SECONDS)).isNotNull();

            caretaker.stop();
            Threads.join(thread);
        }
    }

    @Test
    void doesItsOtherChoresWhereOneFails() throws InterruptedException {
        BlockingQueue<String> done = new LinkedBlockingQueue<>();
        try (TestDatabase database = new TestDatabase(directory.resolve("queue.db"))) {
            Caretaker caretaker = new Caretaker(
                    database::connect,
                    List.of(
                            session -> {
                                throw new StoreBusyException("as the test wants it");
                            },
                            session -> done.add("once more")));
            Thread thread = Threads.start("caretaker", caretaker);

            assertThat(done.poll(30, TimeUnit.SECONDS)).isNotNull();
            assertThat(done.poll(30, TimeUnit.SECONDS)).isNotNull();

            caretaker.stop();
            Threads.join(thread);
        }
    }
}
