package io.prismq.queue.domain.testing;

import io.prismq.queue.domain.port.Backup;
import io.prismq.queue.domain.port.BackupName;
import io.prismq.queue.domain.port.BackupVault;
import io.prismq.queue.domain.port.TaskStoreException;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import org.jspecify.annotations.Nullable;

/** Backups of nothing, made at once, or refused where a test says so. */
public final class InMemoryBackupVault implements BackupVault {
    private static final String SHA_256 = "0123456789abcdef".repeat(4);

    private final NavigableMap<BackupName, Backup> backups = new ConcurrentSkipListMap<>();
    private volatile @Nullable RuntimeException failure;
    private volatile String database = "queue.db";

    /** From now on none can be made; null makes it possible again. */
    public void failWith(@Nullable RuntimeException why) {
        failure = why;
    }

    public void nameAfter(String file) {
        database = file;
    }

    @Override
    public String database() {
        return database;
    }

    @Override
    public Backup create(BackupName name) {
        Optional.ofNullable(failure).ifPresent(why -> {
            throw why;
        });
        Backup made = new Backup(name, name.takenAt().plusSeconds(2), 4096, SHA_256, 3);
        if (backups.putIfAbsent(name, made) != null) {
            throw new TaskStoreException("There is a backup of that name.");
        }
        return made;
    }

    @Override
    public List<Backup> list() {
        return List.copyOf(backups.descendingMap().values());
    }

    @Override
    public Optional<Backup> newest() {
        return list().stream().findFirst();
    }

    @Override
    public void prune(int keep) {
        list().stream().skip(keep).map(Backup::name).forEach(backups::remove);
    }
}
