package io.prismq.queue.bootstrap.wiring;

import com.google.inject.AbstractModule;
import com.google.inject.Provides;
import com.google.inject.Singleton;
import io.prismq.queue.adapter.telemetry.log.TaskLog;
import io.prismq.queue.adapter.telemetry.metrics.HttpMetrics;
import io.prismq.queue.adapter.telemetry.metrics.Metrics;
import io.prismq.queue.adapter.telemetry.metrics.QueueMetrics;
import io.prismq.queue.adapter.telemetry.trace.CommitSpans;
import io.prismq.queue.adapter.telemetry.trace.RequestSpans;
import io.prismq.queue.adapter.telemetry.trace.RunSpans;
import io.prismq.queue.adapter.telemetry.trace.Tracing;
import io.prismq.queue.adapter.worker.upkeep.UpkeepRunner;
import io.prismq.queue.application.Backups;
import io.prismq.queue.application.WorkerRegistry;
import io.prismq.queue.application.events.EventFeed;
import io.prismq.queue.bootstrap.config.Configuration;
import io.prismq.queue.bootstrap.health.RecentAnswer;
import io.prismq.queue.bootstrap.health.StoreReadiness;
import io.prismq.queue.bootstrap.health.ToldReadiness;
import io.prismq.queue.bootstrap.health.UpkeepReadiness;
import io.prismq.queue.domain.port.Clock;
import io.prismq.queue.domain.port.StoreInspection;
import io.prismq.queue.domain.port.TaskStore;
import java.util.List;
import java.util.function.Supplier;

/** What watches the queue at work. */
final class TelemetryModule extends AbstractModule {
    @Provides
    @Singleton
    Metrics metrics() {
        return new Metrics();
    }

    @Provides
    @Singleton
    RecentAnswer readiness(StoreInspection store, UpkeepRunner upkeep, Configuration configuration) {
        List<Supplier<List<String>>> parts = List.of(
                new StoreReadiness(store, configuration.health().minFreeBytes()),
                new UpkeepReadiness(upkeep::sinceRound));
        Supplier<List<String>> all =
                () -> parts.stream().flatMap(part -> part.get().stream()).toList();
        return new RecentAnswer(new ToldReadiness(all), System::nanoTime);
    }

    @Provides
    @Singleton
    QueueMetrics.Queue measured(
            TaskStore store,
            StoreInspection inspection,
            WorkerRegistry workers,
            Backups backups,
            EventFeed events,
            RecentAnswer readiness) {
        return new QueueMetrics.Queue(
                store,
                inspection,
                workers,
                backups,
                events,
                () -> readiness.get().isEmpty());
    }

    @Provides
    @Singleton
    QueueMetrics queueMetrics(Metrics metrics, QueueMetrics.Queue measured, Clock clock) {
        return new QueueMetrics(metrics, measured, clock);
    }

    @Provides
    @Singleton
    HttpMetrics httpMetrics(Metrics metrics) {
        return new HttpMetrics(metrics);
    }

    @Provides
    @Singleton
    Watch watch(TaskStore store, Clock clock, Metrics metrics, QueueMetrics counters, Traces traces) {
        return new Watch(new TaskLog(store, clock), metrics, counters, traces);
    }

    @Provides
    @Singleton
    Traces traces(Configuration configuration, TaskStore store, Clock clock) {
        return new Traces(TracingConfiguration.settings(configuration.tracing(), System.getenv())
                .map(settings -> new Tracing(settings, clock))
                .map(tracing -> new Traces.Sources(
                        tracing, new RequestSpans(tracing), new CommitSpans(tracing, store), new RunSpans(tracing))));
    }
}
