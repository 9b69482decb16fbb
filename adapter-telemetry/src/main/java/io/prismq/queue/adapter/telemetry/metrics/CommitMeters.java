package io.prismq.queue.adapter.telemetry.metrics;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.prismq.queue.domain.port.Commit;
import io.prismq.queue.domain.task.TaskEvent;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Counts what commits tell. Safe for use by many threads; returns at once. */
final class CommitMeters {
    private final MeterRegistry registry;
    private final TypeLabels labels;
    private final Map<String, TypeMeters> types = new ConcurrentHashMap<>();
    private final Timer commits;
    private final DistributionSummary units;
    private final Counter foreign;

    CommitMeters(MeterRegistry registry, TypeLabels labels) {
        this.registry = registry;
        this.labels = labels;
        this.commits = Timer.builder("prismq.commit")
                .description("How long commits that changed tasks took, with their wait for the disk.")
                .serviceLevelObjectives(Buckets.ofCommits())
                .register(registry);
        this.units = DistributionSummary.builder("prismq.commit.units")
                .description("How many units of work shared a commit.")
                .serviceLevelObjectives(Buckets.ofCommitUnits())
                .register(registry);
        this.foreign = Counter.builder("prismq.commits.foreign")
                .description("Times that commits of other processes on the same store were noticed.")
                .register(registry);
    }

    void committed(Commit commit) {
        if (commit.foreign()) {
            foreign.increment();
            return;
        }
        commits.record(commit.took());
        units.record(commit.units());
        commit.changes().forEach(this::changed);
    }

    private void changed(Commit.Change change) {
        TypeMeters type =
                types.computeIfAbsent(labels.of(change.task().type()), label -> new TypeMeters(label, registry));
        switch (change.event()) {
            case ENQUEUE -> type.enqueued();
            case CLAIM -> type.claimed(change.task());
            case LEASE_EXPIRY -> type.leaseExpired();
            default -> {}
        }
        change.ended().ifPresent(type::ended);
        if (change.task().status().isFinal() && change.event() != TaskEvent.DELETE) {
            type.finished(change.task().status());
        }
    }
}
