package io.prismq.queue.adapter.sqlite.backup;

import io.prismq.queue.adapter.sqlite.file.Access;
import io.prismq.queue.adapter.sqlite.file.FileLocks;
import io.prismq.queue.adapter.sqlite.file.RealPath;
import io.prismq.queue.domain.port.Clock;
import io.prismq.queue.domain.port.StoreReadOnlyException;
import io.prismq.queue.domain.port.TaskStoreException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * Puts a backup in the place of a database that nobody uses, fenced: what happened after the backup cannot reach into it.
 * Wherever it is interrupted, the old database is in its place or the new one, and the next run cleans up.
 */
public final class SqliteRestore {
    private final Path database;
    private final Clock clock;
    private final Disk disk;

    /** Restores to this place; its directories are created where they are missing. */
    public SqliteRestore(Path database, Clock clock) {
        this(database, clock, new Disk());
    }

    SqliteRestore(Path database, Clock clock, Disk disk) {
        this.database = RealPath.of(database);
        this.clock = clock;
        this.disk = disk;
    }

    /**
     * Restores the backup, of this version's schema or an older one.
     *
     * @param sha256 the checksum that it must have; where it is not given, the file {@code FILE.sha256} beside it tells
     * @throws TaskStoreException in one of its kinds, if that cannot be; the message says what to do, and the database is
     *     as it was
     */
    public Restored restore(Path backup, Optional<String> sha256) {
        Path file = backup.toAbsolutePath();
        if (!Files.isRegularFile(file)) {
            throw new StoreReadOnlyException("There is no backup at %s; check the path.".formatted(file));
        }
        String expected = checksum(file, sha256);
        new Replacement(database, disk).requireReplaceable();
        createDirectories();
        try (FileLocks locks = FileLocks.open(database)) {
            return locks.beAlone(() -> restoreAlone(file, expected));
        }
    }

    private Restored restoreAlone(Path backup, String sha256) {
        Replacement replacement = new Replacement(database, disk);
        RestoredCopy copy = new RestoredCopy(backup, Siblings.of(database, ".restoring"), disk);
        replacement.undoUnfinished();
        copy.forget();
        requireOther(backup);
        try {
            long tasks = copy.take(sha256, Optional.of(database).filter(Files::exists));
            Map<String, Long> reached = replacement.settleOld();
            long ended = copy.finish(reached, clock);
            return new Restored(tasks, ended, replacement.swapIn(copy.file(), clock.now()));
        } catch (RuntimeException failed) {
            replacement.undoUnfinished();
            copy.forget();
            throw failed;
        }
    }

    private static String checksum(Path backup, Optional<String> given) {
        try {
            Optional<String> known = given.isPresent() ? given : Checksum.toldOf(backup);
            return known.orElseThrow(() -> new TaskStoreException(
                    "%s has no checksum beside it: put its file .sha256 back, or name the checksum with --sha256."
                            .formatted(backup)));
        } catch (IOException error) {
            throw new TaskStoreException("The checksum of %s cannot be read.".formatted(backup), error);
        }
    }

    private void requireOther(Path backup) {
        try {
            if (Files.exists(database) && Files.isSameFile(backup, database)) {
                throw new TaskStoreException("%s is the database itself; name a backup.".formatted(backup));
            }
        } catch (IOException error) {
            throw Disk.failure(database, error);
        }
    }

    private void createDirectories() {
        try {
            Access.createDirectories(database.resolveSibling(".").normalize());
        } catch (IOException error) {
            throw Disk.failure(database, error);
        }
    }
}
