package io.prismq.queue.adapter.sqlite.backup;

import io.prismq.queue.adapter.sqlite.file.FileLocks;
import io.prismq.queue.domain.port.Backup;
import io.prismq.queue.domain.port.BackupName;
import io.prismq.queue.domain.port.BackupVault;
import io.prismq.queue.domain.port.TaskStoreException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The backups of one database in a directory, beside those of others. */
public final class SqliteBackups implements BackupVault {
    private static final Logger LOG = LoggerFactory.getLogger(SqliteBackups.class);

    private final Path directory;
    private final BackupWriter writer;
    private final FileLocks locks;
    private final Disk disk;

    public SqliteBackups(Path directory, BackupWriter writer, FileLocks locks, Disk disk) {
        this.directory = directory.toAbsolutePath();
        this.writer = writer;
        this.locks = locks;
        this.disk = disk;
    }

    @Override
    public String database() {
        return writer.databaseName();
    }

    @Override
    public Backup create(BackupName name) {
        return locks.backUp(() -> {
            leftovers().forEach(disk::delete);
            return backup(name, writer.write(fileOf(name)));
        });
    }

    @Override
    public List<Backup> list() {
        return newestFirst().toList();
    }

    @Override
    public Optional<Backup> newest() {
        return newestFirst().findFirst();
    }

    @Override
    public void prune(int keep) {
        list().stream().skip(keep).map(backup -> fileOf(backup.name())).forEach(file -> {
            // The backup first: what has the name of one has its checksum beside it.
            disk.delete(file);
            disk.delete(Checksum.fileOf(file));
        });
    }

    /** Each is opened when the stream comes to it. */
    private Stream<Backup> newestFirst() {
        return files().stream()
                .flatMap(file -> own(file.getFileName().toString()).stream())
                .sorted(Comparator.reverseOrder())
                .flatMap(name -> read(name).stream());
    }

    private Path fileOf(BackupName name) {
        return directory.resolve(name.text());
    }

    /** Empty for what somebody else put there, or broke. */
    private Optional<Backup> read(BackupName name) {
        try {
            return Optional.of(backup(name, SqliteBackup.read(fileOf(name))));
        } catch (TaskStoreException unusable) {
            LOG.debug("{} is not listed", name, unusable);
            return Optional.empty();
        }
    }

    private static Backup backup(BackupName name, SqliteBackup file) {
        return new Backup(name, file.finishedAt(), file.bytes(), file.sha256(), file.tasks());
    }

    /** What runs that were killed left behind; there is none but this one that writes here. */
    private List<Path> leftovers() {
        return files().stream().filter(this::isLeftover).toList();
    }

    private boolean isLeftover(Path file) {
        String name = file.getFileName().toString();
        int end = Math.min(
                name.length(), new BackupName(database(), Instant.EPOCH).text().length());
        if (own(name.substring(0, end)).isEmpty()) {
            return false;
        }
        Path backup = file.resolveSibling(name.substring(0, end));
        return BackupWriter.isPart(name) || (file.equals(Checksum.fileOf(backup)) && Files.notExists(backup));
    }

    private Optional<BackupName> own(String name) {
        return BackupName.parse(name).filter(parsed -> parsed.database().equals(database()));
    }

    private List<Path> files() {
        if (!Files.isDirectory(directory)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(directory)) {
            return files.toList();
        } catch (IOException error) {
            throw new TaskStoreException(
                    "The directory of the backups %s cannot be read; check its path and permissions."
                            .formatted(directory),
                    error);
        }
    }
}
