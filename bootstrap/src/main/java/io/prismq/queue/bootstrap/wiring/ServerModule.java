package io.prismq.queue.bootstrap.wiring;

import com.google.inject.AbstractModule;
import com.google.inject.Provides;
import com.google.inject.Singleton;
import io.prismq.queue.adapter.http.HttpServer;
import io.prismq.queue.adapter.sqlite.SqliteTaskStore;
import io.prismq.queue.adapter.worker.UpkeepRunner;
import io.prismq.queue.adapter.worker.WorkerRunner;
import io.prismq.queue.application.FinishSignals;
import io.prismq.queue.bootstrap.config.Configuration;
import io.prismq.queue.bootstrap.server.PrismqServer;
import io.prismq.queue.bootstrap.server.PrismqServer.Part;
import io.prismq.queue.domain.port.Clock;
import io.prismq.queue.domain.port.StoreInspection;
import io.prismq.queue.domain.port.TaskStore;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** The parts in their order. The store is open before anything else is built, and closed after everything else. */
final class ServerModule extends AbstractModule {
    private static final Duration UPKEEP_GRACE = Duration.ofSeconds(5);

    private final Configuration configuration;
    private final SqliteTaskStore store;
    private final Clock clock;

    ServerModule(Configuration configuration, SqliteTaskStore store, Clock clock) {
        this.configuration = configuration;
        this.store = store;
        this.clock = clock;
    }

    @Override
    protected void configure() {
        bind(Configuration.class).toInstance(configuration);
        bind(TaskStore.class).toInstance(store);
        bind(StoreInspection.class).toInstance(store);
        bind(Clock.class).toInstance(clock);
    }

    @Provides
    @Singleton
    PrismqServer server(HttpServer http, FinishSignals signals, UpkeepRunner upkeep, WorkerRunner worker) {
        List<Part> parts = new ArrayList<>();
        parts.add(new Part("store", () -> {}, store::close));
        parts.add(new Part("http", http::start, http::stop));
        parts.add(new Part("waits", () -> {}, signals::close));
        parts.add(new Part("upkeep", upkeep::start, () -> upkeep.stop(UPKEEP_GRACE)));
        if (configuration.worker().enabled()) {
            Duration grace = configuration.shutdown().grace();
            parts.add(new Part("worker", worker::start, () -> worker.stop(grace)));
        }
        return new PrismqServer(
                parts,
                http::drain,
                () -> new PrismqServer.Address(configuration.server().host(), http.port()));
    }
}
