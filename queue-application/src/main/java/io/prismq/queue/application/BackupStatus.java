package io.prismq.queue.application;

import io.prismq.queue.domain.port.Backup;
import io.prismq.queue.domain.port.BackupName;
import java.time.Instant;
import java.util.function.Function;

/** How a backup stands. */
public sealed interface BackupStatus {
    BackupName name();

    /** The one case that it is. */
    <R> R fold(
            Function<Running, ? extends R> running,
            Function<Backup, ? extends R> done,
            Function<Failed, ? extends R> failed);

    /** It is being made. */
    record Running(BackupName name) implements BackupStatus {
        @Override
        public <R> R fold(
                Function<Running, ? extends R> running,
                Function<Backup, ? extends R> done,
                Function<Failed, ? extends R> failed) {
            return running.apply(this);
        }
    }

    /** It is there. */
    record Done(Backup backup) implements BackupStatus {
        @Override
        public BackupName name() {
            return backup.name();
        }

        @Override
        public <R> R fold(
                Function<Running, ? extends R> running,
                Function<Backup, ? extends R> done,
                Function<Failed, ? extends R> failed) {
            return done.apply(backup);
        }
    }

    /**
     * It could not be made.
     *
     * @param why what the vault said, for operators of the machine alone
     */
    record Failed(BackupName name, Instant finishedAt, Throwable why) implements BackupStatus {
        @Override
        public <R> R fold(
                Function<Running, ? extends R> running,
                Function<Backup, ? extends R> done,
                Function<Failed, ? extends R> failed) {
            return failed.apply(this);
        }
    }
}
