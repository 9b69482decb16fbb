package io.prismq.queue.adapter.sqlite.backup;

import io.prismq.queue.adapter.sqlite.session.Connections;
import java.nio.file.Path;

/** A process that is told to end, as by SIGTERM, when all of a backup is copied and nothing of it is on the disk. */
final class StoppedBackup {
    private StoppedBackup() {}

    /** Backs up the database in the directory. */
    public static void main(String[] arguments) {
        Scene scene = new Scene(Path.of(arguments[0]));
        Connections connections = new Connections(scene.database());
        new BackupWriter(scene.database(), connections::openForReading, new StoppingDisk()).write(scene.backup());
    }

    private static final class StoppingDisk extends Disk {
        @Override
        void sync(Path file) {
            System.exit(0);
        }
    }
}
