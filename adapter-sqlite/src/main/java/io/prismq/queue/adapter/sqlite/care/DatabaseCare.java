package io.prismq.queue.adapter.sqlite.care;

import io.prismq.queue.adapter.sqlite.file.FileLocks;
import io.prismq.queue.adapter.sqlite.file.RealPath;
import io.prismq.queue.adapter.sqlite.file.Schema;
import io.prismq.queue.adapter.sqlite.session.Connections;
import io.prismq.queue.adapter.sqlite.session.Session;
import io.prismq.queue.domain.port.StoreReadOnlyException;
import io.prismq.queue.domain.port.StoreSchemaException;
import io.prismq.queue.domain.port.TaskStoreException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/**
 * What an operator does for a database that is there, also while servers and workers use it. A store that is open looks
 * after its file by itself. For one thread at a time.
 *
 * <p>Every method throws a {@link TaskStoreException}, in one of its kinds, if it could not be done; the message says what
 * to do.
 */
public final class DatabaseCare implements AutoCloseable {
    private final Path path;
    private final Session session;
    private final Lock turn;
    private final Runnable release;

    /**
     * Looks after the database by this session.
     *
     * @param turn what is held by whoever writes in this process
     * @param release lets go of the database
     */
    public DatabaseCare(Path path, Session session, Lock turn, Runnable release) {
        this.path = path;
        this.session = session;
        this.turn = turn;
        this.release = release;
    }

    /**
     * Opens a database of this version, which must exist and is not changed by it. Not for a process that has a store open
     * on it: that is asked for {@code SqliteTaskStore}.
     */
    public static DatabaseCare open(Path database) {
        Path path = RealPath.of(database);
        FileLocks locks = FileLocks.openExisting(path);
        try {
            Connections connections = new Connections(path);
            locks.use(new TodaysSchema(new Schema(path, connections)));
            return new DatabaseCare(path, connections.open(), new ReentrantLock(), locks::close);
        } catch (RuntimeException refused) {
            locks.close();
            throw refused;
        }
    }

    /**
     * Rewrites the whole file without its free pages, the rows of each table in one place. Needs twice the room of what
     * is stored, and to be alone; whenever it is interrupted, the file is as before or as after.
     *
     * @return how many bytes the file is shorter; negative where it grew
     */
    public static long vacuum(Path database) {
        Path path = RealPath.of(database);
        try (FileLocks locks = FileLocks.openExisting(path)) {
            return locks.beAlone(() -> {
                Connections connections = new Connections(path);
                new TodaysSchema(new Schema(path, connections)).isNeeded();
                long before = bytes(path);
                try (Session session = connections.open()) {
                    // What it builds may be larger than the memory.
                    session.execute("PRAGMA temp_store = FILE");
                    session.runToItsEnd("VACUUM");
                    session.execute("PRAGMA wal_checkpoint(TRUNCATE)");
                }
                return before - bytes(path);
            });
        }
    }

    /**
     * Looks at everything that is stored: the structure of the file, what rows say of each other, and whether the numbers
     * of tasks are true. Holds one snapshot for as long as that takes: the log of a server that writes meanwhile grows.
     *
     * @return a sentence for each fault; empty when all is sound
     */
    public List<String> check() {
        return Soundness.faults(session);
    }

    /** Looks at the distribution of values, for who asks questions in the shell of SQLite. Takes moments. */
    public void optimize() {
        turn.lock();
        try {
            Statistics.optimize(session);
        } finally {
            turn.unlock();
        }
    }

    /** How large the database is, and of what. Counts the rows of each table. */
    public DatabaseStats stats() {
        return DatabaseStats.of(session, path);
    }

    @Override
    public void close() {
        try {
            session.close();
        } finally {
            release.run();
        }
    }

    static long bytes(Path file) {
        try {
            return Files.exists(file) ? Files.size(file) : 0;
        } catch (IOException error) {
            throw new StoreReadOnlyException(
                    "The size of %s cannot be read; check the permissions of its directory.".formatted(file), error);
        }
    }

    /** Refuses what a server would migrate or create first. */
    private record TodaysSchema(Schema schema) implements FileLocks.Alone {
        @Override
        public boolean isNeeded() {
            if (schema.isNeeded()) {
                throw new StoreSchemaException(
                        "The database is of an older version; start a server of this program once to migrate it.");
            }
            return false;
        }

        @Override
        public void run() {}
    }
}
