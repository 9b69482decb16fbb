package io.prismq.queue.adapter.sqlite.backup;

import io.prismq.queue.adapter.sqlite.SqliteTaskStore;
import io.prismq.queue.adapter.sqlite.session.Threads;
import io.prismq.queue.domain.port.Backup;
import io.prismq.queue.domain.port.BackupName;
import io.prismq.queue.domain.port.BackupVault;
import java.nio.file.Path;

/** A process that enqueues and makes backups, one after the other, until it is killed. */
final class BackupLoop {
    private static final int KEPT = 3;

    private BackupLoop() {}

    /** Works on the database in the directory; prints a line for each backup. */
    public static void main(String[] arguments) {
        Scene scene = new Scene(Path.of(arguments[0]));
        SqliteTaskStore store = scene.open();
        BackupVault vault = store.backups(scene.backups());
        Threads.start("enqueues", () -> {
            while (true) {
                Scene.insert(store, 1);
            }
        });
        while (true) {
            vault.create(BackupName.after(vault.newest().map(Backup::name), vault.database(), Scene.NAME.takenAt()));
            vault.prune(KEPT);
            System.out.println("made");
        }
    }
}
