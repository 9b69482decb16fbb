package io.prismq.queue.application;

import java.time.Instant;
import java.util.Optional;

/**
 * What this process knows of its backups beside those that there are.
 *
 * @param failed the latest one, if none was made since
 * @param failures how many failed in a row
 */
record BackupRuns(Optional<BackupStatus.Running> running, Optional<BackupStatus.Failed> failed, int failures) {
    static final BackupRuns NONE = new BackupRuns(Optional.empty(), Optional.empty(), 0);

    BackupRuns begin(BackupStatus.Running next) {
        return new BackupRuns(Optional.of(next), failed, failures);
    }

    BackupRuns fail(BackupStatus.Running run, Instant now, Throwable why) {
        BackupStatus.Failed latest = new BackupStatus.Failed(run.name(), now, why);
        return new BackupRuns(Optional.empty(), Optional.of(latest), failures + 1);
    }
}
