package io.prismq.queue.bootstrap.wiring;

import com.google.inject.Binder;
import com.google.inject.Guice;
import io.prismq.queue.adapter.sqlite.Durability;
import io.prismq.queue.adapter.sqlite.SqliteSettings;
import io.prismq.queue.adapter.sqlite.SqliteTaskStore;
import io.prismq.queue.bootstrap.config.Configuration;
import io.prismq.queue.bootstrap.config.QueueSection;
import io.prismq.queue.bootstrap.server.PrismqServer;
import io.prismq.queue.domain.port.Clock;
import io.prismq.queue.domain.port.SystemClock;
import io.prismq.queue.domain.port.TaskHandler;
import java.nio.file.Path;
import java.util.List;

/** Opens the store, builds the server around it, and starts it. */
public final class Launcher {
    private Launcher() {}

    /**
     * A running server.
     *
     * @param moreHandlers beside the built-in ones
     * @throws io.prismq.queue.domain.port.TaskStoreException if the database cannot be used
     * @throws io.prismq.queue.adapter.http.HttpServerException if the address cannot be listened on
     */
    public static PrismqServer start(Configuration configuration, List<TaskHandler> moreHandlers) {
        Clock clock = new SystemClock();
        SqliteTaskStore store = SqliteTaskStore.open(settings(configuration.queue()), clock);
        PrismqServer server = Guice.createInjector(
                        Launcher::strict,
                        new ServerModule(configuration, store, clock),
                        new ApplicationModule(),
                        new WorkerModule(moreHandlers),
                        new HttpModule())
                .getInstance(PrismqServer.class);
        server.start();
        return server;
    }

    private static void strict(Binder binder) {
        binder.requireExplicitBindings();
        binder.requireExactBindingAnnotations();
        binder.requireAtInjectOnConstructors();
        binder.disableCircularProxies();
    }

    private static SqliteSettings settings(QueueSection queue) {
        Path path = queue.dbPath() == null
                ? DefaultDatabasePath.of(
                        System.getProperty("os.name"), System.getenv(), System.getProperty("user.home"))
                : Path.of(queue.dbPath());
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
