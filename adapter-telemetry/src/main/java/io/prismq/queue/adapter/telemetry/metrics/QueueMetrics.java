package io.prismq.queue.adapter.telemetry.metrics;

import io.prismq.queue.application.Backups;
import io.prismq.queue.application.WorkerRegistry;
import io.prismq.queue.application.events.EventFeed;
import io.prismq.queue.domain.port.Clock;
import io.prismq.queue.domain.port.StoreInspection;
import io.prismq.queue.domain.port.TaskStore;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** Measures a queue. Counts from {@link #start()} to {@link #close()}; each once. Safe for use by many threads. */
public final class QueueMetrics implements AutoCloseable {
    private final TaskStore store;
    private final CommitMeters commits;
    private TaskStore.@Nullable Subscription subscription;

    /**
     * A queue as it is measured.
     *
     * @param workers those who work on it
     * @param events what is listened to
     * @param ready whether it takes work now
     */
    public record Queue(
            TaskStore store,
            StoreInspection inspection,
            WorkerRegistry workers,
            Backups backups,
            EventFeed events,
            BooleanSupplier ready) {}

    public QueueMetrics(Metrics metrics, Queue queue, Clock clock) {
        this.store = queue.store();
        TypeLabels labels = new TypeLabels();
        this.commits = new CommitMeters(metrics.registry(), labels);
        metrics.add(new Backlog(store, clock, labels));
        Gauges gauges = new Gauges(metrics.registry());
        gauges.of(queue);
        gauges.of(queue.backups(), clock);
    }

    /** Begins to count what commits tell. */
    public synchronized void start() {
        subscription = store.subscribe(commits::committed);
    }

    @Override
    public synchronized void close() {
        if (subscription != null) {
            subscription.close();
        }
    }
}
