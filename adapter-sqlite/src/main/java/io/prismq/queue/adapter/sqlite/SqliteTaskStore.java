package io.prismq.queue.adapter.sqlite;

import io.prismq.queue.adapter.sqlite.care.Caretaker;
import io.prismq.queue.adapter.sqlite.care.Checkpoints;
import io.prismq.queue.adapter.sqlite.care.DatabaseCare;
import io.prismq.queue.adapter.sqlite.care.LogLimits;
import io.prismq.queue.adapter.sqlite.care.Soundness;
import io.prismq.queue.adapter.sqlite.care.Statistics;
import io.prismq.queue.adapter.sqlite.commit.GroupCommit;
import io.prismq.queue.adapter.sqlite.commit.Inbox;
import io.prismq.queue.adapter.sqlite.commit.ReaderPool;
import io.prismq.queue.adapter.sqlite.commit.Subscribers;
import io.prismq.queue.adapter.sqlite.commit.WriteUnit;
import io.prismq.queue.adapter.sqlite.file.WritableFile;
import io.prismq.queue.adapter.sqlite.rows.SqliteTransaction;
import io.prismq.queue.adapter.sqlite.session.Session;
import io.prismq.queue.adapter.sqlite.session.Threads;
import io.prismq.queue.domain.port.BackupVault;
import io.prismq.queue.domain.port.Clock;
import io.prismq.queue.domain.port.Commit;
import io.prismq.queue.domain.port.StoreCorruptException;
import io.prismq.queue.domain.port.StoreInspection;
import io.prismq.queue.domain.port.StoreSize;
import io.prismq.queue.domain.port.TaskReads;
import io.prismq.queue.domain.port.TaskStore;
import io.prismq.queue.domain.port.TaskStoreException;
import io.prismq.queue.domain.port.TaskTransaction;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.Lock;
import java.util.function.Consumer;
import java.util.function.Function;

/** The store on one SQLite file. To be opened once in a process for a file, and closed last. */
public final class SqliteTaskStore implements TaskStore, StoreInspection, AutoCloseable {
    /** Two: one goes on while what depends on a write keeps the other. */
    private static final int TELLERS = 2;

    private final Subscribers subscribers = new Subscribers();
    private final ExecutorService tellers =
            Executors.newFixedThreadPool(TELLERS, Threads.daemons("prismq-acknowledge"));
    private final DatabaseFile file;
    private final Inbox inbox;
    private final ReaderPool readers;
    private final Caretaker caretaker;
    private final List<Thread> threads;

    private SqliteTaskStore(DatabaseFile file, SqliteSettings settings, Clock clock) {
        this.file = file;
        this.inbox = new Inbox(settings.maxWaitingWrites(), settings.maxWaitingBytes());
        this.readers = new ReaderPool(file::connectForReading, settings.readers());
        this.caretaker = new Caretaker(
                file::connect, List.of(new Checkpoints(file.turn(), LogLimits.SHIPPED), new Statistics(file.turn())));
        this.threads = List.of(
                Threads.start(
                        "prismq-writer",
                        new GroupCommit(inbox, new OpenFile(file, readers, caretaker), clock, subscribers, tellers)),
                Threads.start("prismq-caretaker", caretaker));
    }

    /**
     * Opens the file, creates or migrates it where needed, and begins to work.
     *
     * @throws TaskStoreException in one of its kinds, if the file cannot be used; the message says what to do
     */
    public static SqliteTaskStore open(SqliteSettings settings, Clock clock) {
        return new SqliteTaskStore(DatabaseFile.open(settings), settings, clock);
    }

    @Override
    public <R> CompletionStage<R> write(Function<? super TaskTransaction, ? extends R> unit, long heldBytes) {
        WriteUnit<R> waiting = new WriteUnit<>(unit, heldBytes);
        try {
            inbox.put(waiting);
            return waiting.answer();
        } catch (TaskStoreException refused) {
            return CompletableFuture.failedStage(refused);
        }
    }

    @Override
    public <R> R read(Function<? super TaskReads, ? extends R> query) {
        return readers.read(query);
    }

    @Override
    public Subscription subscribe(Consumer<? super Commit> listener) {
        return subscribers.add(listener);
    }

    @Override
    public List<String> quickCheck() {
        try (Session session = file.connectForReading()) {
            return Soundness.quickly(session);
        }
    }

    @Override
    public long freeBytes() {
        return file.freeBytes();
    }

    @Override
    public CompletionStage<?> tryWrite() {
        Optional<StoreCorruptException> damage = file.damage().met();
        return damage.isPresent()
                ? CompletableFuture.failedStage(damage.get())
                : write(tx -> ((SqliteTransaction) tx).touch());
    }

    /**
     * Its backups in a directory, which is created with the first one. Usable until the store is closed.
     * They belong to whom the database belongs to.
     */
    public BackupVault backups(Path directory) {
        return file.backups(directory);
    }

    /** What an operator does by hand, while this store is open; to be closed before it. */
    public DatabaseCare care() {
        return file.care();
    }

    @Override
    public StoreSize size() {
        return file.size();
    }

    /** Takes no more writes, makes durable what waits, tells its callers, and lets go of the file. */
    @Override
    public void close() {
        inbox.close();
        caretaker.stop();
        threads.forEach(Threads::join);
        tellers.shutdown();
        readers.close();
        file.close();
    }

    /** The file with all who have it open beside the writer. */
    private record OpenFile(DatabaseFile file, ReaderPool readers, Caretaker caretaker) implements WritableFile {
        @Override
        public Session connect() {
            return file.connect();
        }

        @Override
        public void requireInPlace() {
            file.requireInPlace();
        }

        @Override
        public void forgetOthers() {
            readers.forget();
            caretaker.forget();
        }

        @Override
        public boolean hasRoomFor(long pages) {
            return file.hasRoomFor(pages);
        }

        @Override
        public Lock turn() {
            return file.turn();
        }
    }
}
