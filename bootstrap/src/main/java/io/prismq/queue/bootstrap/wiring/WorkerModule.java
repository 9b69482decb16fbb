package io.prismq.queue.bootstrap.wiring;

import com.google.inject.AbstractModule;
import com.google.inject.Provides;
import com.google.inject.Singleton;
import io.prismq.queue.adapter.http.HttpServer;
import io.prismq.queue.adapter.worker.HandlerRegistry;
import io.prismq.queue.adapter.worker.SourcedHandler;
import io.prismq.queue.adapter.worker.WorkerQueue;
import io.prismq.queue.adapter.worker.WorkerRunner;
import io.prismq.queue.adapter.worker.builtin.CleanupRunsHandler;
import io.prismq.queue.adapter.worker.builtin.CleanupTempFilesHandler;
import io.prismq.queue.adapter.worker.builtin.HealthCheckHandler;
import io.prismq.queue.adapter.worker.builtin.HealthThresholds;
import io.prismq.queue.adapter.worker.builtin.LogStatisticsHandler;
import io.prismq.queue.adapter.worker.upkeep.Chore;
import io.prismq.queue.adapter.worker.upkeep.Chores;
import io.prismq.queue.adapter.worker.upkeep.ForgettingChore;
import io.prismq.queue.adapter.worker.upkeep.RetentionChore;
import io.prismq.queue.adapter.worker.upkeep.UpkeepRunner;
import io.prismq.queue.application.BackupSchedule;
import io.prismq.queue.application.TaskExecution;
import io.prismq.queue.application.TaskQueries;
import io.prismq.queue.application.TaskRetention;
import io.prismq.queue.application.TaskUpkeep;
import io.prismq.queue.application.WorkerRegistry;
import io.prismq.queue.application.audit.AuditRetention;
import io.prismq.queue.application.events.EventRetention;
import io.prismq.queue.bootstrap.config.Configuration;
import io.prismq.queue.bootstrap.config.ConfigurationException;
import io.prismq.queue.bootstrap.config.MaintenanceSection;
import io.prismq.queue.bootstrap.plugin.Plugins;
import io.prismq.queue.domain.port.Clock;
import io.prismq.queue.domain.port.StoreInspection;
import io.prismq.queue.domain.port.TaskHandler;
import io.prismq.queue.domain.port.TaskStore;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** What runs tasks, and what time alone moves. */
final class WorkerModule extends AbstractModule {
    private final List<TaskHandler> moreHandlers;
    private final Plugins plugins;
    private final TempDirectories tempDirectories;

    WorkerModule(List<TaskHandler> moreHandlers, OpenResources open) {
        this.moreHandlers = moreHandlers;
        this.plugins = open.plugins();
        this.tempDirectories = open.tempDirectories();
    }

    @Provides
    @Singleton
    MaintenanceHandlers maintenance(
            TaskRetention retention,
            StoreInspection inspection,
            TaskQueries queries,
            Clock clock,
            Configuration configuration) {
        MaintenanceSection maintenance = configuration.maintenance();
        return new MaintenanceHandlers(List.of(
                new CleanupRunsHandler(retention, clock),
                new HealthCheckHandler(inspection, queries, thresholds(maintenance)),
                new CleanupTempFilesHandler(tempDirectories.swept(), tempDirectories.spared(), clock),
                new LogStatisticsHandler(queries)));
    }

    @Provides
    @Singleton
    HandlerRegistry handlers(MaintenanceHandlers builtIn) {
        return HandlerRegistry.ofSourced(Stream.of(
                        builtIn.all().stream().map(WorkerModule::builtIn),
                        moreHandlers.stream().map(SourcedHandler::of),
                        plugins.handlers().stream())
                .flatMap(handlers -> handlers)
                .toList());
    }

    @Provides
    @Singleton
    WorkerRunner worker(
            WorkerQueue queue, HandlerRegistry handlers, Clock clock, Configuration configuration, Traces traces) {
        try {
            return new WorkerRunner(queue, handlers, WorkerConfiguration.settings(configuration), clock, traces::ran);
        } catch (IllegalStateException noSuchThreads) {
            throw new ConfigurationException(
                    "The value of the configuration key worker.threads cannot be used: " + noSuchThreads.getMessage(),
                    noSuchThreads);
        }
    }

    @Provides
    @Singleton
    WorkerQueue queue(TaskStore store, TaskExecution execution, WorkerRegistry workers) {
        return new WorkerQueue(store, execution, workers);
    }

    @Provides
    @Singleton
    UpkeepRunner upkeep(TaskStore store, TaskUpkeep upkeep, WorkerRegistry workers, Clock clock) {
        return new UpkeepRunner(store, upkeep, workers, clock);
    }

    @Provides
    @Singleton
    Chores chores(
            TaskRetention retention,
            EventRetention events,
            AuditRetention audit,
            Optional<BackupSchedule> backups,
            Optional<HttpServer> http,
            Configuration configuration) {
        Map<String, Chore> chores = new HashMap<>();
        chores.put("retention", new RetentionChore(retention));
        chores.put("events", new ForgettingChore(events::forget));
        chores.put("audit", new ForgettingChore(audit::forget));
        backups.ifPresent(schedule -> chores.put("backups", schedule::runDue));
        if (http.isPresent() && Exposure.isOpen(configuration.server(), configuration.auth())) {
            chores.put("openness", new OpennessChore(configuration.server().host()));
        }
        return new Chores(chores);
    }

    private static SourcedHandler builtIn(TaskHandler handler) {
        return new SourcedHandler(handler, "the built-in " + handler.getClass().getName());
    }

    private static HealthThresholds thresholds(MaintenanceSection maintenance) {
        return new HealthThresholds(
                maintenance.minFreeBytes(),
                maintenance.maxHeapPercent(),
                maintenance.maxQueued(),
                Duration.ofSeconds(maintenance.maxQueuedAgeSeconds()));
    }
}
