package io.prismq.queue.adapter.telemetry.metrics;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.summingLong;

import io.prismq.queue.domain.port.Clock;
import io.prismq.queue.domain.port.StatisticsReads;
import io.prismq.queue.domain.port.TaskReads;
import io.prismq.queue.domain.port.TaskStore;
import io.prismq.queue.domain.port.TaskStoreException;
import io.prismq.queue.domain.task.TaskCounts;
import io.prismq.queue.domain.task.TaskStatus;
import io.prismq.queue.domain.task.TaskType;
import io.prometheus.metrics.model.registry.MultiCollector;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot.GaugeDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.Labels;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How many tasks there are, and how long the oldest waits, asked for at a scrape, and again only a second later. A type
 * once seen is told of with zeros when it has no tasks. Where the store cannot say, there are no figures.
 */
final class Backlog implements MultiCollector {
    static final Duration FRESH = Duration.ofSeconds(1);

    private static final Logger LOG = LoggerFactory.getLogger(Backlog.class);
    private static final double MILLIS_PER_SECOND = 1e3;

    private final TaskStore store;
    private final Clock clock;
    private final TypeLabels labels;
    private @Nullable Reading latest;

    /** What the store said. */
    private record Reading(Instant at, TaskCounts counts, Map<TaskType, Instant> oldestQueued) {}

    Backlog(TaskStore store, Clock clock, TypeLabels labels) {
        this.store = store;
        this.clock = clock;
        this.labels = labels;
    }

    @Override
    public MetricSnapshots collect() {
        try {
            Reading reading = fresh();
            return MetricSnapshots.of(tasks(reading), ages(reading));
        } catch (TaskStoreException silent) {
            LOG.debug("the store does not say how many tasks there are", silent);
            return MetricSnapshots.of();
        }
    }

    private synchronized Reading fresh() {
        Instant now = clock.now();
        Reading known = latest;
        if (known == null
                || now.isBefore(known.at())
                || !now.isBefore(known.at().plus(FRESH))) {
            known = store.read(reads -> read(reads, now));
            latest = known;
        }
        return known;
    }

    private Reading read(TaskReads reads, Instant now) {
        StatisticsReads statistics = reads.statistics();
        Reading reading = new Reading(now, statistics.counts(), statistics.oldestQueued());
        reading.counts().cells().forEach(cell -> labels.of(cell.type()));
        return reading;
    }

    private GaugeSnapshot tasks(Reading reading) {
        Map<List<String>, Long> counts = reading.counts().cells().stream()
                .collect(groupingBy(
                        cell -> List.of(labels.of(cell.type()), cell.status().word()),
                        summingLong(TaskCounts.Cell::count)));
        for (String type : labels.all()) {
            for (TaskStatus status : TaskStatus.values()) {
                counts.putIfAbsent(List.of(type, status.word()), 0L);
            }
        }
        GaugeSnapshot.Builder gauge =
                GaugeSnapshot.builder().name("prismq_tasks").help("Tasks stored now.");
        counts.forEach((of, count) ->
                gauge.dataPoint(point(Labels.of("type", of.get(0), "status", of.get(1)), count.doubleValue())));
        return gauge.build();
    }

    private GaugeSnapshot ages(Reading reading) {
        Map<String, Double> seconds = new HashMap<>();
        labels.all().forEach(type -> seconds.put(type, 0.0));
        reading.oldestQueued()
                .forEach((type, since) -> seconds.merge(labels.of(type), age(since, reading.at()), Math::max));
        GaugeSnapshot.Builder gauge = GaugeSnapshot.builder()
                .name("prismq_oldest_queued_age_seconds")
                .help("Since when the oldest of the queued tasks has been there; 0 where none is queued.");
        seconds.forEach((type, age) -> gauge.dataPoint(point(Labels.of("type", type), age)));
        return gauge.build();
    }

    private static double age(Instant since, Instant now) {
        return Math.max(0, Duration.between(since, now).toMillis() / MILLIS_PER_SECOND);
    }

    private static GaugeDataPointSnapshot point(Labels labels, double value) {
        return GaugeDataPointSnapshot.builder().labels(labels).value(value).build();
    }
}
