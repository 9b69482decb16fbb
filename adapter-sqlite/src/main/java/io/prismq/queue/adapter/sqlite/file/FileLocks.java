package io.prismq.queue.adapter.sqlite.file;

import io.prismq.queue.domain.port.StoreBusyException;
import io.prismq.queue.domain.port.StoreReadOnlyException;
import io.prismq.queue.domain.port.TaskStoreException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The lock of the operating system on the file beside the database. Every process that uses the database holds its
 * second byte shared; whoever must be alone with it, to create, to migrate, to restore, holds that byte exclusively. The
 * first byte is held for the moment in which a process decides which of the two it needs, and as long as one is alone.
 * The third is held by the one process that makes a backup.
 *
 * <p>It is a file of its own because a process that closes any handle of the database file loses all of SQLite's locks
 * on it: https://www.sqlite.org/howtocorrupt.html#_posix_advisory_locks_canceled_by_a_separate_thread_doing_close_.
 */
public final class FileLocks implements AutoCloseable {
    /** Those of this process: to close a second one would give up the locks of the first. */
    private static final Set<Path> OPEN = ConcurrentHashMap.newKeySet();

    private static final long GATE = 0;
    private static final long USE = 1;
    private static final long BACKUP = 2;

    private final Path database;
    private final Path path;
    private final FileChannel channel;

    private FileLocks(Path database, Path path, FileChannel channel) {
        this.database = database;
        this.path = path;
        this.channel = channel;
    }

    /**
     * Opens the lock file beside a database that is there; beside none, it makes no file.
     *
     * @throws StoreReadOnlyException if there is no database
     * @throws StoreBusyException if this process has it open already
     */
    public static FileLocks openExisting(Path database) {
        if (!Files.isRegularFile(database)) {
            throw new StoreReadOnlyException("There is no database at %s; check the path.".formatted(database));
        }
        return open(database);
    }

    /**
     * Opens the lock file beside the database.
     *
     * @throws StoreBusyException if this process has it open already
     */
    public static FileLocks open(Path database) {
        Path path = database.resolveSibling(database.getFileName() + ".lock");
        try {
            Access.createLock(database, path);
            return open(database, path.resolveSibling(".").toRealPath().resolve(path.getFileName()));
        } catch (IOException error) {
            throw new StoreReadOnlyException(
                    "The lock file %s cannot be written; check the owner and the permissions of its directory."
                            .formatted(path),
                    error);
        }
    }

    private static FileLocks open(Path database, Path real) throws IOException {
        if (!OPEN.add(real)) {
            throw new StoreBusyException("The database %s is open in this process already.".formatted(database));
        }
        try {
            return new FileLocks(
                    database,
                    real,
                    FileChannel.open(
                            real, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE));
        } catch (IOException error) {
            OPEN.remove(real);
            throw error;
        }
    }

    /** Passes the gate with the shared lock held; before that, if need be, the task alone with the database. */
    public void use(Alone task) {
        try (FileLock gate = channel.lock(GATE, 1, false)) {
            if (task.isNeeded()) {
                runAlone(task);
            }
            requireLock(channel.tryLock(USE, 1, true), "is being restored or migrated");
        } catch (IOException error) {
            throw unlockable(error);
        }
    }

    /**
     * Runs the task while no other process uses the database, nor can begin to.
     *
     * @throws StoreBusyException if one does
     */
    public <R> R beAlone(Supplier<R> task) {
        try (FileLock gate = requireLock(channel.tryLock(GATE, 1, false), "is being created, migrated or restored");
                FileLock alone = requireLock(channel.tryLock(USE, 1, false), "is in use by a server or a worker")) {
            return task.get();
        } catch (IOException error) {
            throw unlockable(error);
        }
    }

    /**
     * Runs the task, unless a backup of the database is being made already, by this process or another.
     *
     * @throws StoreBusyException if one is
     */
    public <R> R backUp(Supplier<R> task) {
        try (FileLock one = channel.tryLock(BACKUP, 1, false)) {
            if (one == null) {
                throw beingBackedUp();
            }
            return task.get();
        } catch (OverlappingFileLockException here) {
            throw beingBackedUp();
        } catch (IOException error) {
            throw unlockable(error);
        }
    }

    @Override
    public void close() {
        if (channel.isOpen()) {
            try {
                channel.close();
            } catch (IOException error) {
                throw new TaskStoreException("The lock file %s did not close.".formatted(path), error);
            } finally {
                OPEN.remove(path);
            }
        }
    }

    private void runAlone(Alone task) throws IOException {
        try (FileLock alone =
                requireLock(channel.tryLock(USE, 1, false), "is in use by a process of an older version")) {
            task.run();
        }
    }

    private FileLock requireLock(@Nullable FileLock lock, String reason) {
        if (lock == null) {
            throw new StoreBusyException("The database %s %s; stop that process first.".formatted(database, reason));
        }
        return lock;
    }

    private StoreBusyException beingBackedUp() {
        return new StoreBusyException(
                "A backup of the database %s is being made already; wait until it is done.".formatted(database));
    }

    private TaskStoreException unlockable(IOException error) {
        return new TaskStoreException(
                "The lock file %s cannot be locked; the database belongs on a local disk.".formatted(path), error);
    }

    /** What must be done by nobody else at the same time. */
    public interface Alone {
        boolean isNeeded();

        void run();
    }
}
