package io.prismq.queue.bootstrap.wiring;

import com.google.inject.AbstractModule;
import com.google.inject.Provides;
import com.google.inject.Singleton;
import io.prismq.queue.adapter.http.Admission;
import io.prismq.queue.adapter.http.HttpMaintenance;
import io.prismq.queue.adapter.http.HttpServer;
import io.prismq.queue.adapter.http.HttpSettings;
import io.prismq.queue.adapter.http.HttpUseCases;
import io.prismq.queue.adapter.http.monitoring.MetricsPage;
import io.prismq.queue.adapter.http.monitoring.Monitoring;
import io.prismq.queue.adapter.http.monitoring.Thresholds;
import io.prismq.queue.adapter.http.oidc.OidcTokens;
import io.prismq.queue.adapter.telemetry.metrics.HttpMetrics;
import io.prismq.queue.adapter.telemetry.metrics.Metrics;
import io.prismq.queue.application.Backups;
import io.prismq.queue.application.TaskExecution;
import io.prismq.queue.application.TaskQueries;
import io.prismq.queue.application.TaskSubmission;
import io.prismq.queue.application.TaskTypes;
import io.prismq.queue.application.WorkerRegistry;
import io.prismq.queue.application.access.KeyRing;
import io.prismq.queue.application.audit.Audit;
import io.prismq.queue.application.events.EventFeed;
import io.prismq.queue.bootstrap.config.Configuration;
import io.prismq.queue.bootstrap.config.MaintenanceSection;
import io.prismq.queue.bootstrap.health.RecentAnswer;
import io.prismq.queue.domain.port.Clock;
import io.prismq.queue.domain.port.StoreInspection;
import io.prismq.queue.domain.task.TaskTypePolicies;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/** What clients, workers and operators talk to. */
final class HttpModule extends AbstractModule {
    /** Requests under way are short; those that wait for a task have been told to end before. */
    private static final Duration STOP_TIMEOUT = Duration.ofSeconds(5);

    @Provides
    @Singleton
    HttpUseCases useCases(
            TaskSubmission submission,
            TaskQueries queries,
            TaskExecution execution,
            WorkerRegistry workers,
            HttpMaintenance maintenance,
            Backups backups,
            EventFeed events,
            TaskTypes types,
            KeyRing keys,
            Audit audit,
            StoreInspection store) {
        return new HttpUseCases(
                submission, queries, execution, workers, maintenance, backups, events, types, keys, audit, store::size);
    }

    @Provides
    @Singleton
    HttpMaintenance maintenance(Configuration configuration, MaintenanceHandlers handlers, TaskTypePolicies policies) {
        return new HttpMaintenance(
                configuration.maintenance().useTaskQueue(),
                handlers.all(),
                policies,
                configuration.maintenance().tempDirectories().size());
    }

    @Provides
    @Singleton
    Monitoring monitoring(
            RecentAnswer readiness, Configuration configuration, Metrics metrics, HttpMetrics http, Traces traces) {
        MaintenanceSection maintenance = configuration.maintenance();
        return new Monitoring(
                readiness,
                new Thresholds(maintenance.maxQueued(), Duration.ofSeconds(maintenance.maxQueuedAgeSeconds())),
                accept -> {
                    Metrics.Scrape scrape = metrics.scrape(accept);
                    return new MetricsPage.Page(scrape.mediaType(), scrape.text());
                },
                told -> {
                    http.answered(told.method(), told.route(), told.status(), told.took());
                    traces.answered(told);
                });
    }

    @Provides
    @Singleton
    HttpServer server(Configuration configuration, HttpUseCases useCases, Clock clock, Monitoring monitoring) {
        Optional<OidcTokens> tokens = OidcConfiguration.of(configuration.oidc(), clock);
        if (tokens.isEmpty()) {
            Exposure.warnWhereNobodyGetsIn(configuration.auth(), useCases.keys());
        }
        HttpSettings settings = new HttpSettings(
                configuration.server().host(),
                configuration.server().port(),
                STOP_TIMEOUT,
                new Admission(
                        Exposure.of(configuration.server(), configuration.auth(), useCases.keys()),
                        tokens,
                        Set.copyOf(configuration.server().corsOrigins()),
                        LimitsConfiguration.of(configuration.limits())),
                TlsConfiguration.of(configuration.tls()));
        return new HttpServer(settings, useCases, clock, monitoring);
    }
}
