package io.prismq.queue.bootstrap.wiring;

import com.google.inject.AbstractModule;
import com.google.inject.Provides;
import com.google.inject.Singleton;
import com.google.inject.multibindings.OptionalBinder;
import io.prismq.queue.adapter.http.HttpServer;
import io.prismq.queue.adapter.worker.WorkerRunner;
import io.prismq.queue.adapter.worker.upkeep.Chores;
import io.prismq.queue.adapter.worker.upkeep.UpkeepRunner;
import io.prismq.queue.application.ClaimSignals;
import io.prismq.queue.application.FinishSignals;
import io.prismq.queue.application.events.EventFeed;
import io.prismq.queue.bootstrap.config.Configuration;
import io.prismq.queue.bootstrap.server.PrismqProcess;
import io.prismq.queue.bootstrap.server.PrismqProcess.Part;
import io.prismq.queue.domain.port.BackupVault;
import io.prismq.queue.domain.port.Clock;
import io.prismq.queue.domain.port.StoreInspection;
import io.prismq.queue.domain.port.TaskStore;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The parts in their order, with HTTP where a module for it is there, and with a worker where the configuration wants
 * one. What is open is so before anything else is built, and is closed after everything else.
 */
final class ProcessModule extends AbstractModule {
    private static final Duration UPKEEP_GRACE = Duration.ofSeconds(5);

    private final Configuration configuration;
    private final OpenResources open;
    private final Clock clock;

    ProcessModule(Configuration configuration, OpenResources open, Clock clock) {
        this.configuration = configuration;
        this.open = open;
        this.clock = clock;
    }

    @Override
    protected void configure() {
        bind(Configuration.class).toInstance(configuration);
        bind(TaskStore.class).toInstance(open.store());
        bind(StoreInspection.class).toInstance(open.store());
        bind(BackupVault.class).toInstance(open.backups());
        bind(Clock.class).toInstance(clock);
        OptionalBinder.newOptionalBinder(binder(), HttpServer.class);
    }

    @Provides
    @Singleton
    PrismqProcess process(
            Optional<HttpServer> http,
            Watch watch,
            ClaimSignals claims,
            FinishSignals finishes,
            EventFeed events,
            UpkeepRunner upkeep,
            Chores chores,
            WorkerRunner worker) {
        List<Part> parts = new ArrayList<>();
        parts.add(Part.open("plugins", open.plugins()::close));
        parts.add(Part.open("store", open.store()::close));
        parts.addAll(watch.parts());
        http.ifPresent(server -> parts.add(new Part("http", server::start, server::stop)));
        parts.add(Part.open("waits", finishes::close));
        parts.add(Part.open("events", events::close));
        parts.add(new Part("upkeep", upkeep::start, () -> upkeep.stop(UPKEEP_GRACE)));
        parts.add(new Part("chores", chores::start, () -> chores.stop(UPKEEP_GRACE)));
        if (configuration.worker().enabled()) {
            Duration grace = configuration.shutdown().grace();
            parts.add(new Part("worker", worker::start, () -> worker.stop(grace)));
        }
        http.ifPresent(server -> parts.add(new Part("readiness", server::ready, () -> {})));
        return new PrismqProcess(parts, () -> {
            http.ifPresent(HttpServer::drain);
            claims.close();
        });
    }
}
