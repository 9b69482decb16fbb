package io.prismq.queue.bootstrap.wiring;

import com.google.inject.AbstractModule;
import com.google.inject.Provides;
import com.google.inject.Singleton;
import io.prismq.queue.application.BackupSchedule;
import io.prismq.queue.application.Backups;
import io.prismq.queue.application.audit.Audit;
import io.prismq.queue.bootstrap.config.Configuration;
import io.prismq.queue.domain.port.BackupVault;
import io.prismq.queue.domain.port.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executor;

/** Backups of the database. */
final class BackupModule extends AbstractModule {
    @Provides
    @Singleton
    Backups backups(BackupVault vault, Clock clock, Configuration configuration, Audit audit) {
        return new Backups(vault, clock, configuration.backups().keep(), ownThread(), audit);
    }

    /** Where the configuration wants backups that are made by themselves. */
    @Provides
    @Singleton
    Optional<BackupSchedule> schedule(Backups backups, Clock clock, Configuration configuration) {
        return Optional.ofNullable(configuration.backups().everyHours())
                .map(hours -> new BackupSchedule(backups, clock, Duration.ofHours(hours)));
    }

    /** One at a time, and rarely. What is not done when the process ends, the next run cleans up. */
    private static Executor ownThread() {
        return backup -> {
            Thread thread = new Thread(backup, "backup");
            thread.setDaemon(true);
            thread.start();
        };
    }
}
