package io.prismq.queue.adapter.sqlite;

import io.prismq.queue.adapter.sqlite.backup.BackupWriter;
import io.prismq.queue.adapter.sqlite.backup.Disk;
import io.prismq.queue.adapter.sqlite.backup.SqliteBackups;
import io.prismq.queue.adapter.sqlite.care.DatabaseCare;
import io.prismq.queue.adapter.sqlite.file.Access;
import io.prismq.queue.adapter.sqlite.file.FileLocks;
import io.prismq.queue.adapter.sqlite.file.RealPath;
import io.prismq.queue.adapter.sqlite.file.Schema;
import io.prismq.queue.adapter.sqlite.file.WritableFile;
import io.prismq.queue.adapter.sqlite.session.Connections;
import io.prismq.queue.adapter.sqlite.session.Damage;
import io.prismq.queue.adapter.sqlite.session.Session;
import io.prismq.queue.domain.port.StoreReadOnlyException;
import io.prismq.queue.domain.port.StoreSize;
import io.prismq.queue.domain.port.TaskStoreException;
import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The database file in use: it exists, has today's schema, and its lock is held until it is closed. */
final class DatabaseFile implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(DatabaseFile.class);
    private static final Set<String> NETWORK = Set.of("nfs", "nfs4", "cifs", "smb3", "smbfs", "fuse.sshfs", "9p");

    /** What a batch adds to the log, with plenty of indexes. */
    private static final long LOG_BYTES = 8L << 20;

    private final Path path;
    private final Optional<FileStore> disk;
    private final Connections connections;
    private final FileLocks locks;
    private final Duration lockPatience;
    private final Optional<Object> identity;
    private final Lock turn = new ReentrantLock(true);

    private DatabaseFile(
            Path path, Optional<FileStore> disk, Connections connections, FileLocks locks, Duration lockPatience) {
        this.path = path;
        this.disk = disk;
        this.lockPatience = lockPatience;
        this.connections = connections;
        this.locks = locks;
        this.identity = identity(path);
    }

    static DatabaseFile open(SqliteSettings settings) {
        Path path = RealPath.of(settings.path());
        createDirectories(path);
        Optional<FileStore> disk = disk(path);
        warnOfNetworkShare(path, disk);
        Connections connections = new Connections(path, settings.durability().name());
        FileLocks locks = FileLocks.open(path);
        try {
            create(path);
            locks.use(new Schema(path, connections));
            return new DatabaseFile(path, disk, connections, locks, settings.lockPatience());
        } catch (RuntimeException refused) {
            locks.close();
            throw refused;
        }
    }

    /** As {@link WritableFile#connect}. */
    Session connect() {
        requireInPlace();
        Session session = connections.open();
        session.execute("PRAGMA busy_timeout = " + lockPatience.toMillis());
        return session;
    }

    /** As {@link #connect}, for reading. */
    Session connectForReading() {
        requireInPlace();
        return connections.openForReading();
    }

    /** As {@link WritableFile#requireInPlace}. */
    void requireInPlace() {
        if (!identity(path).equals(identity)) {
            throw new StoreReadOnlyException(
                    "The file of the database was deleted, moved or replaced while it was in use; put it back, or stop"
                            + " the server before you restore it.");
        }
    }

    /** As {@link WritableFile#turn}. */
    Lock turn() {
        return turn;
    }

    /** For a look at the file while it is in use; a connection of its own. */
    DatabaseCare care() {
        return new DatabaseCare(path, connect(), turn, () -> {});
    }

    /** Bytes that the disk has left for the file; {@link Long#MAX_VALUE} where it does not say. */
    long freeBytes() {
        try {
            return disk.isPresent() ? disk.get().getUsableSpace() : Long.MAX_VALUE;
        } catch (IOException unknown) {
            LOG.debug("the free space beside {} is unknown", path, unknown);
            return Long.MAX_VALUE;
        }
    }

    /** As {@link WritableFile#hasRoomFor}. */
    boolean hasRoomFor(long pages) {
        try {
            return freeBytes() - LOG_BYTES >= pages * Connections.PAGE_BYTES - Files.size(path);
        } catch (IOException gone) {
            LOG.debug("the size of {} is unknown", path, gone);
            return true;
        }
    }

    /** Its backups in the directory. */
    SqliteBackups backups(Path directory) {
        Disk disk = new Disk();
        return new SqliteBackups(directory, new BackupWriter(path, this::connectForReading, disk), locks, disk);
    }

    Damage damage() {
        return connections.damage();
    }

    FileLocks locks() {
        return locks;
    }

    /** Of the file, and of the log beside it, which is not there while nothing is open. */
    StoreSize size() {
        try {
            Path log = path.resolveSibling(path.getFileName() + "-wal");
            return new StoreSize(Files.size(path), Files.exists(log) ? Files.size(log) : 0);
        } catch (IOException gone) {
            throw new StoreReadOnlyException("The size of the database cannot be read: is its file in place?", gone);
        }
    }

    @Override
    public void close() {
        locks.close();
    }

    private static void createDirectories(Path path) {
        if (Files.exists(path) && !Files.isRegularFile(path)) {
            throw new TaskStoreException("The path of the database, %s, is %s; name a file."
                    .formatted(path, Files.isDirectory(path) ? "a directory" : "no regular file"));
        }
        try {
            Access.createDirectories(path.resolveSibling(".").normalize());
        } catch (IOException error) {
            throw new StoreReadOnlyException(
                    "The directory of the database %s cannot be created; check its path and permissions."
                            .formatted(path),
                    error);
        }
    }

    private static void create(Path path) {
        try {
            Access.createDatabase(path);
        } catch (IOException error) {
            throw new StoreReadOnlyException(
                    "The database %s cannot be created; check its path and permissions.".formatted(path), error);
        }
    }

    private static void warnOfNetworkShare(Path path, Optional<FileStore> disk) {
        disk.map(FileStore::type)
                .filter(NETWORK::contains)
                .ifPresent(type -> LOG.warn(
                        "{} is on a network share ({}): file locks do not hold there, use a local disk", path, type));
    }

    /** What tells a file from others of its name; empty where there is none, or the system does not tell. */
    private static Optional<Object> identity(Path path) {
        try {
            return Optional.ofNullable(
                    Files.readAttributes(path, BasicFileAttributes.class).fileKey());
        } catch (IOException gone) {
            return Optional.empty();
        }
    }

    /** Looked up once: the system goes through all that is mounted for it, and each commit asks how much room is left. */
    private static Optional<FileStore> disk(Path path) {
        try {
            return Optional.of(Files.getFileStore(path.resolveSibling(".").normalize()));
        } catch (IOException unknown) {
            LOG.debug("the disk of {} is unknown", path, unknown);
            return Optional.empty();
        }
    }
}
