package io.prismq.queue.adapter.telemetry.metrics;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.prismq.queue.application.Backups;
import io.prismq.queue.domain.port.Clock;
import io.prismq.queue.domain.port.TaskStoreException;
import java.time.Duration;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Figures that are asked for at each scrape. One that cannot be had is not a number, and spoils no other. */
final class Gauges {
    private static final Logger LOG = LoggerFactory.getLogger(Gauges.class);

    private final MeterRegistry registry;

    Gauges(MeterRegistry registry) {
        this.registry = registry;
    }

    void of(QueueMetrics.Queue queue) {
        add(
                "prismq.ready",
                "1 where the store takes writes and its disk has room, otherwise 0.",
                () -> queue.ready().getAsBoolean() ? 1 : 0);
        add(
                "prismq.workers",
                "Workers that were heard lately.",
                () -> queue.workers().list().size());
        add(
                "prismq.event.listeners",
                "Who listen to events now, by server-sent events or over a WebSocket.",
                () -> queue.events().followers());
        add(
                "prismq.disk.free.bytes",
                "Room left where the database grows; not a number where it cannot be known.",
                () -> queue.inspection().freeBytes());
        add(
                "prismq.database.bytes",
                "The database file.",
                () -> queue.inspection().size().database());
        add(
                "prismq.wal.bytes",
                "The write-ahead log beside the database file.",
                () -> queue.inspection().size().log());
    }

    void of(Backups backups, Clock clock) {
        add(
                "prismq.backup.age.seconds",
                "Since when the newest backup has been there; not a number where there is none.",
                () -> backups.newest()
                        .map(newest ->
                                Duration.between(newest.takenAt(), clock.now()).toSeconds())
                        .orElse(Long.MAX_VALUE));
        add("prismq.backup.failures", "Backups that failed in a row, up to now.", backups::failures);
    }

    private void add(String name, String description, LongSupplier figure) {
        Gauge.builder(name, () -> known(figure)).description(description).register(registry);
    }

    private static double known(LongSupplier figure) {
        try {
            long value = figure.getAsLong();
            return value == Long.MAX_VALUE ? Double.NaN : value;
        } catch (TaskStoreException silent) {
            LOG.debug("the store does not say what a gauge shows", silent);
            return Double.NaN;
        }
    }
}
