package io.prismq.queue.adapter.sqlite;

import static io.prismq.queue.domain.testing.Tasks.aTask;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.prismq.queue.adapter.sqlite.care.Soundness;
import io.prismq.queue.adapter.sqlite.commit.GroupCommit;
import io.prismq.queue.adapter.sqlite.commit.Inbox;
import io.prismq.queue.adapter.sqlite.commit.ReaderPool;
import io.prismq.queue.adapter.sqlite.commit.Subscribers;
import io.prismq.queue.adapter.sqlite.commit.WriteUnit;
import io.prismq.queue.adapter.sqlite.file.WritableFile;
import io.prismq.queue.adapter.sqlite.session.Session;
import io.prismq.queue.adapter.sqlite.session.Threads;
import io.prismq.queue.domain.port.StoreFullException;
import io.prismq.queue.domain.task.Task;
import io.prismq.queue.domain.task.TaskId;
import io.prismq.queue.domain.testing.Tasks;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.Lock;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A disk that has room for some pages more, and none after that: the limit is SQLite's own. */
class FullDiskTest {
    private static final long PLENTY = 1_000_000;
    private static final String LARGE = "{\"text\":\"" + "x".repeat(50_000) + "\"}";

    private final TestDatabase database;
    private final ReaderPool readers;
    private final Inbox inbox = new Inbox(1000, Long.MAX_VALUE);
    private final LimitedFile disk = new LimitedFile();
    private final Thread writer;

    FullDiskTest(@TempDir Path directory) {
        database = new TestDatabase(directory.resolve("queue.db"));
        readers = new ReaderPool(database.file()::connectForReading, 1);
        writer = Threads.start(
                "writer", new GroupCommit(inbox, disk, () -> Tasks.NOW, new Subscribers(), Runnable::run));
        insert("{}").join();
    }

    @AfterEach
    void close() {
        inbox.close();
        Threads.join(writer);
        readers.close();
        database.close();
    }

    @Test
    void refusesWhatHasNoRoomAndCanStillBeReadFrom() {
        disk.fill();

        assertThatThrownBy(() -> insert(LARGE).join()).hasCauseInstanceOf(StoreFullException.class);

        Optional<Task> found = readers.read(reads -> reads.find(new TaskId(1)));
        assertThat(found).isPresent();
    }

    @Test
    void losesNothingThatWasAcknowledgedAndStoresNothingThatWasNot() {
        disk.fill();

        List<CompletableFuture<Task>> writes =
                Stream.generate(() -> insert(LARGE)).limit(50).toList();

        long acknowledged = writes.stream()
                .filter(write ->
                        write.handle((task, refusal) -> refusal == null).join())
                .count();
        assertThat(database.ask("SELECT count(*) FROM task")).isEqualTo(1 + acknowledged);
        assertThat(Soundness.faults(database.session())).isEmpty();
    }

    @Test
    void takesWritesAgainAsSoonAsThereIsRoom() {
        disk.fill();
        assertThatThrownBy(() -> insert(LARGE).join()).hasCauseInstanceOf(StoreFullException.class);

        disk.grow();

        assertThat(insert(LARGE).join().id()).isEqualTo(new TaskId(2));
    }

    @Test
    void refusesWhatGrowsTheFileWhileThereIsRoomForADeleteWhichMakesRoom() {
        insert(LARGE).join();
        disk.hasRoom = false;

        assertThatThrownBy(() -> insert(LARGE).join())
                .hasCauseInstanceOf(StoreFullException.class)
                .hasMessageContaining("delete tasks");
        delete(new TaskId(2)).join();

        assertThat(insert(LARGE).join().id()).isEqualTo(new TaskId(3));
    }

    private CompletableFuture<Boolean> delete(TaskId id) {
        WriteUnit<Boolean> unit = new WriteUnit<>(
                tx -> {
                    tx.delete(id);
                    return true;
                },
                0);
        inbox.put(unit);
        return unit.answer();
    }

    private CompletableFuture<Task> insert(String payload) {
        WriteUnit<Task> unit =
                new WriteUnit<>(tx -> tx.insert(aTask().payload(payload).build()), payload.length());
        inbox.put(unit);
        return unit.answer();
    }

    /** Tells the writer's connection its limit before each batch. */
    private final class LimitedFile implements WritableFile {
        private volatile long pages = PLENTY;
        private volatile boolean hasRoom = true;
        private volatile Optional<Session> connection = Optional.empty();

        void fill() {
            pages = database.ask("PRAGMA page_count") + 4;
        }

        void grow() {
            pages = PLENTY;
        }

        @Override
        public Session connect() {
            Session session = database.file().connect();
            connection = Optional.of(session);
            return session;
        }

        @Override
        public void requireInPlace() {
            connection.ifPresent(session -> session.execute("PRAGMA max_page_count = " + pages));
        }

        @Override
        public void forgetOthers() {}

        @Override
        public boolean hasRoomFor(long needed) {
            return hasRoom;
        }

        @Override
        public Lock turn() {
            return database.file().turn();
        }
    }
}
