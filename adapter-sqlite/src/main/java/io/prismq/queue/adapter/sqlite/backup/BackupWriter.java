package io.prismq.queue.adapter.sqlite.backup;

import io.prismq.queue.adapter.sqlite.file.Access;
import io.prismq.queue.adapter.sqlite.session.Session;
import io.prismq.queue.domain.port.StoreFullException;
import io.prismq.queue.domain.port.TaskStoreException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Supplier;

/**
 * Writes a backup under a name that nothing has before it is whole: copied in one step, verified, on the disk, and with
 * its checksum beside it. Where the process is killed earlier, there is at most a file that is called a part; one that is
 * told to end takes it away.
 */
public final class BackupWriter {
    private static final String PART = ".part";

    private final Path database;
    private final Supplier<Session> opener;
    private final Disk disk;

    /**
     * Writes backups of the database.
     *
     * @param opener connections of their own: the copy holds a snapshot for as long as it takes
     */
    public BackupWriter(Path database, Supplier<Session> opener, Disk disk) {
        this.database = database;
        this.opener = opener;
        this.disk = disk;
    }

    /** As the names of its backups have it. */
    String databaseName() {
        return database.getFileName().toString();
    }

    static boolean isPart(String name) {
        return name.endsWith(PART) || Siblings.OF_SQLITE.stream().anyMatch(side -> name.endsWith(PART + side));
    }

    SqliteBackup write(Path target) {
        requirePlainName(target);
        requireFree(target);
        Path part = Siblings.of(target, PART);
        Path checksum = Checksum.fileOf(target);
        Path checksumPart = Siblings.of(checksum, PART);
        forget(part, checksumPart);
        forgetAtTheEnd(part, checksumPart);
        try {
            copy(part, target);
            disk.sync(part);
            String line = Checksum.line(Checksum.of(part), target);
            Files.writeString(checksumPart, line);
            disk.sync(checksumPart);
            requireFree(target);
            // The checksum first: what has the name of a backup has one.
            disk.rename(checksumPart, checksum);
            disk.rename(part, target);
            return SqliteBackup.read(target);
        } catch (IOException error) {
            forget(part, checksumPart);
            throw Disk.failure(target, error);
        } catch (RuntimeException failed) {
            forget(part, checksumPart);
            throw failed;
        }
    }

    /** One line of sha256sum has to tell the name. */
    private static void requirePlainName(Path target) {
        if (target.getFileName().toString().chars().anyMatch(Character::isISOControl)) {
            throw new TaskStoreException("The name of a backup cannot have a line break or another control character.");
        }
    }

    private static void requireFree(Path target) {
        if (Files.exists(target)) {
            throw new TaskStoreException("%s exists already; name a file that does not.".formatted(target));
        }
    }

    private void create(Path part) {
        try {
            Access.createDirectories(part.resolveSibling(".").normalize());
            Access.createAs(database, part);
        } catch (IOException error) {
            throw Disk.failure(part, error);
        }
    }

    private void copy(Path part, Path target) {
        // Opened first: where the database is gone, it says so before anything is written.
        try (Session source = opener.get()) {
            create(part);
            disk.requireRoom(target, source.number("PRAGMA page_count") * source.number("PRAGMA page_size"));
            copy(source, part, target);
        }
        SingleFile copy = new SingleFile(part, database);
        copy.settle();
        copy.verify();
    }

    private static void copy(Session source, Path part, Path target) {
        try {
            source.copyTo(part);
        } catch (StoreFullException full) {
            throw new StoreFullException(
                    "There is no room for %s; free disk space, or write it elsewhere.".formatted(target), full);
        }
    }

    /** A stop waits for no backup. */
    private static void forgetAtTheEnd(Path part, Path checksumPart) {
        part.toFile().deleteOnExit();
        checksumPart.toFile().deleteOnExit();
        Siblings.OF_SQLITE.forEach(side -> Siblings.of(part, side).toFile().deleteOnExit());
    }

    private void forget(Path part, Path checksumPart) {
        Siblings.OF_SQLITE.forEach(side -> disk.delete(Siblings.of(part, side)));
        disk.delete(part);
        disk.delete(checksumPart);
    }
}
