package io.prismq.queue.adapter.sqlite.backup;

import io.prismq.queue.domain.port.StoreBusyException;
import io.prismq.queue.domain.port.StoreCorruptException;
import io.prismq.queue.domain.port.TaskStoreException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Puts a new file in the place of a database, and keeps the old one under another name. One step counts, the last
 * rename: before it the old database is in its place, after it the new one. Nothing of the old one's log may stand
 * beside the new one, so the log goes first; where the old one is healthy, it has none by then.
 */
final class Replacement {
    private static final Logger LOG = LoggerFactory.getLogger(Replacement.class);

    private static final String KEPT = ".replaced-";

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

    private final Path database;
    private final Disk disk;

    Replacement(Path database, Disk disk) {
        this.database = database;
        this.disk = disk;
    }

    /**
     * Refuses what no server has left there, before anything is written beside it: a directory, a device, the text of
     * somebody. A database of ours that is damaged beyond recognition has its lock or its log beside it.
     */
    void requireReplaceable() {
        if (Files.exists(database) && !Files.isRegularFile(database)) {
            throw new TaskStoreException("%s is no file; name a file.".formatted(database));
        }
        if (Files.exists(database) && !hasCompany() && !isEmpty() && !new SingleFile(database).hasHeader()) {
            throw new TaskStoreException(
                    "%s is no database, and none of ours stood there; move it away, or choose another path."
                            .formatted(database));
        }
    }

    /** Takes back what a run that ended before its last rename had begun. */
    void undoUnfinished() {
        for (Path kept : secondNames()) {
            moveSides(kept, database);
            disk.delete(kept);
        }
    }

    /**
     * Moves the old one's log into it.
     *
     * @return the ids that it has given out, by table; empty where it is damaged or there is none
     * @throws StoreBusyException if another program has it open
     * @throws StoreCorruptException if it is a database of another program
     */
    Map<String, Long> settleOld() {
        if (Files.notExists(database)) {
            return Map.of();
        }
        SingleFile old = new SingleFile(database);
        try {
            if (!old.hasHeader()) {
                LOG.warn("{} is no database; it is kept as it is, with its log", database);
                return Map.of();
            }
            if (!old.isForeign()) {
                old.settle();
                return old.reached();
            }
        } catch (StoreBusyException used) {
            throw used;
        } catch (TaskStoreException broken) {
            LOG.warn("{} is damaged; it is kept as it is, with its log", database, broken);
            return Map.of();
        }
        throw new StoreCorruptException(
                "The file %s is a database of another program; choose another path.".formatted(database));
    }

    /** Where the old one is kept; empty where there was none. */
    Optional<Path> swapIn(Path file, Instant now) {
        boolean replaces = Files.exists(database);
        Path kept = freeName(now);
        if (replaces) {
            disk.keepAs(database, kept);
        }
        moveSides(database, kept);
        disk.rename(file, database);
        return replaces ? Optional.of(kept) : Optional.empty();
    }

    private boolean hasCompany() {
        return Stream.of(".lock", "-wal").anyMatch(side -> Files.exists(Siblings.of(database, side)));
    }

    private boolean isEmpty() {
        try {
            return Files.size(database) == 0;
        } catch (IOException error) {
            throw Disk.failure(database, error);
        }
    }

    private void moveSides(Path from, Path to) {
        for (String side : Siblings.OF_SQLITE) {
            Path beside = Siblings.of(from, side);
            if (Files.exists(beside)) {
                disk.rename(beside, Siblings.of(to, side));
            }
        }
    }

    private Path freeName(Instant now) {
        Path name = Siblings.of(database, KEPT + TIME.format(now));
        return Files.exists(name) ? freeName(now.plusSeconds(1)) : name;
    }

    /** What is kept of a database that is in its place still. */
    private List<Path> secondNames() {
        String beginning = database.getFileName() + KEPT;
        try (Stream<Path> files = Files.list(database.resolveSibling(".").normalize())) {
            return files.filter(file -> file.getFileName().toString().startsWith(beginning))
                    .filter(this::isTheDatabase)
                    .toList();
        } catch (IOException error) {
            throw Disk.failure(database, error);
        }
    }

    private boolean isTheDatabase(Path file) {
        try {
            return Files.exists(database) && Files.isSameFile(file, database);
        } catch (IOException gone) {
            return false;
        }
    }
}
