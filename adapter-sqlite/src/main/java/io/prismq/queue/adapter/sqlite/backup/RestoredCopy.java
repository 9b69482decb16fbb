package io.prismq.queue.adapter.sqlite.backup;

import io.prismq.queue.adapter.sqlite.file.Access;
import io.prismq.queue.adapter.sqlite.file.Schema;
import io.prismq.queue.adapter.sqlite.session.Connections;
import io.prismq.queue.adapter.sqlite.session.Session;
import io.prismq.queue.domain.port.Clock;
import io.prismq.queue.domain.port.StoreCorruptException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** What is to become the database: a copy of a backup, made ready beside the place that it will take. */
final class RestoredCopy {
    private final Path backup;
    private final Path file;
    private final Disk disk;

    RestoredCopy(Path backup, Path file, Disk disk) {
        this.backup = backup;
        this.file = file;
        this.disk = disk;
    }

    Path file() {
        return file;
    }

    /**
     * Copies the backup, and makes sure of every byte of the copy.
     *
     * @param replaced whose owner and permissions it gets; without one, those of the directory and of the backup
     * @return how many tasks it holds
     */
    long take(String sha256, Optional<Path> replaced) {
        try {
            disk.requireRoom(file, Files.size(backup));
            create(replaced);
            String copied;
            try (OutputStream out = Files.newOutputStream(file)) {
                copied = Checksum.copy(backup, out);
            }
            if (!copied.equals(sha256)) {
                throw new StoreCorruptException(
                        "%s does not have its checksum %s but %s: it was changed or cut short; use another backup."
                                .formatted(backup, sha256, copied));
            }
        } catch (IOException error) {
            throw Disk.failure(file, error);
        }
        SingleFile copy = new SingleFile(file, backup);
        copy.settle();
        return copy.verify();
    }

    private void create(Optional<Path> replaced) throws IOException {
        if (replaced.isPresent()) {
            Access.createAs(replaced.get(), file);
        } else {
            Access.createInDirectory(backup, file);
        }
    }

    /**
     * Brings the copy to today's schema and fences it; afterwards it is on the disk as it will be.
     *
     * @param reached the ids that the database which it replaces has given out
     * @return how many leases were ended
     */
    long finish(Map<String, Long> reached, Clock clock) {
        Connections connections = new Connections(file);
        Schema schema = new Schema(file, connections);
        if (schema.isNeeded()) {
            schema.run();
        }
        long ended;
        try (Session session = connections.open()) {
            Fence fence = new Fence(session, clock);
            ended = fence.endLeases();
            fence.skipIds(reached);
            fence.forgetEvents();
        }
        new SingleFile(file, backup).settle();
        disk.sync(file);
        return ended;
    }

    /** Also what a run that was killed left of it. */
    void forget() {
        Siblings.OF_SQLITE.forEach(side -> disk.delete(Siblings.of(file, side)));
        disk.delete(file);
    }
}
