package io.prismq.queue.adapter.sqlite.backup;

import io.prismq.queue.adapter.sqlite.file.FileLocks;
import io.prismq.queue.adapter.sqlite.file.RealPath;
import io.prismq.queue.adapter.sqlite.file.Schema;
import io.prismq.queue.adapter.sqlite.session.Connections;
import io.prismq.queue.domain.port.TaskStoreException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;

/**
 * A backup that is one file, with its checksum beside it in {@code FILE.sha256}.
 *
 * @param finishedAt when it was complete
 * @param sha256 64 hexadecimal digits in lower case
 * @param tasks how many it holds
 */
public record SqliteBackup(Path file, Instant finishedAt, long bytes, String sha256, long tasks) {
    /**
     * Backs a database up, whether or not other processes use it meanwhile; not for one that this process has open, for
     * which there is {@code SqliteTaskStore}. A schema that is older stays so.
     *
     * @param target a file that does not exist; its directories are created where they are missing
     * @throws TaskStoreException in one of its kinds; the message says what to do
     */
    public static SqliteBackup take(Path database, Path target) {
        Path path = RealPath.of(database);
        Connections connections = new Connections(path);
        try (FileLocks locks = FileLocks.openExisting(path)) {
            locks.use(new Guest(new Schema(path, connections)));
            BackupWriter writer = new BackupWriter(path, connections::openForReading, new Disk());
            return locks.backUp(() -> writer.write(target.toAbsolutePath()));
        }
    }

    /** What the files tell; what the file holds is not looked at. */
    static SqliteBackup read(Path file) {
        try {
            Path checksum = Checksum.fileOf(file);
            return new SqliteBackup(
                    file,
                    Files.getLastModifiedTime(checksum).toInstant(),
                    Files.size(file),
                    Checksum.toldOf(file).orElseThrow(() -> new TaskStoreException(checksum + " is gone.")),
                    new SingleFile(file).tasks());
        } catch (IOException error) {
            throw new TaskStoreException("The backup %s cannot be read.".formatted(file), error);
        }
    }

    /** Looks whether the database is ours, and leaves its schema as it is. */
    private record Guest(Schema schema) implements FileLocks.Alone {
        @Override
        public boolean isNeeded() {
            schema.isNeeded();
            return false;
        }

        @Override
        public void run() {
            throw new IllegalStateException("a guest changes nothing");
        }
    }
}
