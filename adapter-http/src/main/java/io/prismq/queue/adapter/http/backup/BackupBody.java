package io.prismq.queue.adapter.http.backup;

import io.prismq.queue.application.BackupStatus;
import io.prismq.queue.domain.port.Backup;
import io.prismq.queue.domain.port.StoreBusyException;
import io.prismq.queue.domain.port.StoreCorruptException;
import io.prismq.queue.domain.port.StoreFullException;
import io.prismq.queue.domain.port.StoreReadOnlyException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How a backup stands.
 *
 * @param startedAtUtc the second that its name tells
 * @param bytes null until it is done, as what follows
 * @param errorMessage null unless it failed
 */
public record BackupBody(
        String name,
        String status,
        Instant startedAtUtc,
        @Nullable Instant finishedAtUtc,
        @Nullable Long bytes,
        @Nullable String sha256,
        @Nullable Long tasks,
        @Nullable String errorMessage) {
    public static BackupBody from(BackupStatus status) {
        return status.fold(BackupBody::running, BackupBody::done, BackupBody::failed);
    }

    private static BackupBody running(BackupStatus.Running run) {
        return new BackupBody(run.name().text(), "running", run.name().takenAt(), null, null, null, null, null);
    }

    private static BackupBody done(Backup backup) {
        return new BackupBody(
                backup.name().text(),
                "done",
                backup.name().takenAt(),
                backup.finishedAt(),
                backup.bytes(),
                backup.sha256(),
                backup.tasks(),
                null);
    }

    private static BackupBody failed(BackupStatus.Failed run) {
        return new BackupBody(
                run.name().text(),
                "failed",
                run.name().takenAt(),
                run.finishedAt(),
                null,
                null,
                null,
                reason(run.why()));
    }

    /** What the store says names files. */
    private static String reason(Throwable why) {
        if (why instanceof StoreFullException) {
            return "There is no room for the backup";
        }
        if (why instanceof StoreReadOnlyException) {
            return "The directory of the backups cannot be written to, or the database is not in its place";
        }
        if (why instanceof StoreBusyException) {
            return "Another process makes a backup, or holds the database";
        }
        if (why instanceof StoreCorruptException) {
            return "The copy is not sound, and the database may be damaged: check it";
        }
        return "The reason is in the server's log";
    }
}
