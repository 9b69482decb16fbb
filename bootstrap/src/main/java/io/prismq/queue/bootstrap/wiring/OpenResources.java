package io.prismq.queue.bootstrap.wiring;

import io.prismq.queue.adapter.sqlite.Durability;
import io.prismq.queue.adapter.sqlite.SqliteSettings;
import io.prismq.queue.adapter.sqlite.SqliteTaskStore;
import io.prismq.queue.bootstrap.config.BackupsSection;
import io.prismq.queue.bootstrap.config.Configuration;
import io.prismq.queue.bootstrap.config.QueueSection;
import io.prismq.queue.bootstrap.config.WorkerSection;
import io.prismq.queue.bootstrap.plugin.Plugins;
import io.prismq.queue.domain.port.BackupVault;
import io.prismq.queue.domain.port.Clock;
import java.nio.file.Path;

/** What has to be open before anything can be built on it. */
record OpenResources(Plugins plugins, SqliteTaskStore store, BackupVault backups, TempDirectories tempDirectories)
        implements AutoCloseable {
    static OpenResources open(Configuration configuration, Clock clock) {
        SqliteSettings settings = settings(configuration.queue());
        Path backups = directory(configuration.backups(), settings.path());
        TempDirectories tempDirectories =
                TempDirectories.of(configuration.maintenance().tempDirectories(), settings.path(), backups);
        Plugins plugins = plugins(configuration.worker());
        try {
            SqliteTaskStore store = SqliteTaskStore.open(settings, clock);
            return new OpenResources(plugins, store, store.backups(backups), tempDirectories);
        } catch (RuntimeException unusable) {
            plugins.close();
            throw unusable;
        }
    }

    @Override
    public void close() {
        store.close();
        plugins.close();
    }

    /** A process that runs no tasks runs no code of others. */
    private static Plugins plugins(WorkerSection worker) {
        String folder = worker.enabled() ? worker.pluginsDir() : null;
        return folder == null ? Plugins.NONE : Plugins.load(Path.of(folder));
    }

    private static Path directory(BackupsSection backups, Path database) {
        return backups.directory() == null
                ? database.toAbsolutePath().resolveSibling("backups")
                : Path.of(backups.directory());
    }

    private static SqliteSettings settings(QueueSection queue) {
        Path path = DefaultDatabasePath.unless(queue);
        SqliteSettings shipped = SqliteSettings.of(path);
        return new SqliteSettings(
                path,
                switch (queue.durability()) {
                    case FULL -> Durability.FULL;
                    case NORMAL -> Durability.NORMAL;
                },
                queue.readers(),
                shipped.maxWaitingWrites(),
                shipped.maxWaitingBytes());
    }
}
