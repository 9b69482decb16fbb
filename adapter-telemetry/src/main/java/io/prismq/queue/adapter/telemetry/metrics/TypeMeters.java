package io.prismq.queue.adapter.telemetry.metrics;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.prismq.queue.domain.task.Attempt;
import io.prismq.queue.domain.task.AttemptOutcome;
import io.prismq.queue.domain.task.Task;
import io.prismq.queue.domain.task.TaskStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;

/** What is measured of the tasks of one type. All of it is there from the start, so that a rate has a zero to begin at. */
final class TypeMeters {
    private final Counter enqueued;
    private final Counter claimed;
    private final Counter leaseExpiries;
    private final Timer waits;
    private final Timer runs;
    private final Map<AttemptOutcome, Counter> attempts = new EnumMap<>(AttemptOutcome.class);
    private final Map<TaskStatus, Counter> finished = new EnumMap<>(TaskStatus.class);

    TypeMeters(String type, MeterRegistry registry) {
        this.enqueued =
                counter("prismq.tasks.enqueued", "Tasks taken in.", type).register(registry);
        this.claimed = counter("prismq.tasks.claimed", "Claims of tasks by workers.", type)
                .register(registry);
        this.leaseExpiries = counter("prismq.lease.expiries", "Leases that ran out: workers that went silent.", type)
                .register(registry);
        this.waits = timer("prismq.task.wait", "How long tasks that might have been claimed waited for it.", type)
                .serviceLevelObjectives(Buckets.ofWaits())
                .register(registry);
        this.runs = timer("prismq.task.run", "How long attempts took, from the claim to their end.", type)
                .serviceLevelObjectives(Buckets.ofRuns())
                .register(registry);
        for (AttemptOutcome outcome : AttemptOutcome.values()) {
            Counter ended = counter("prismq.attempts", "Attempts that ended, by what came of them.", type)
                    .tag("outcome", outcome.word())
                    .register(registry);
            attempts.put(outcome, ended);
        }
        Arrays.stream(TaskStatus.values())
                .filter(TaskStatus::isFinal)
                .forEach(status -> finished.put(
                        status,
                        counter("prismq.tasks.finished", "Tasks that came to a final status.", type)
                                .tag("status", status.word())
                                .register(registry)));
    }

    void enqueued() {
        enqueued.increment();
    }

    void claimed(Task task) {
        claimed.increment();
        if (task.startedAt() != null) {
            waits.record(between(task.runAfter(), task.startedAt()));
        }
    }

    void leaseExpired() {
        leaseExpiries.increment();
    }

    void ended(Attempt attempt) {
        Attempt.End end = attempt.end();
        if (end != null) {
            Objects.requireNonNull(attempts.get(end.outcome())).increment();
            runs.record(between(attempt.startedAt(), end.at()));
        }
    }

    void finished(TaskStatus status) {
        Objects.requireNonNull(finished.get(status)).increment();
    }

    /** A clock that was set back makes no wait negative. */
    private static Duration between(Instant begin, Instant end) {
        return end.isAfter(begin) ? Duration.between(begin, end) : Duration.ZERO;
    }

    private static Counter.Builder counter(String name, String description, String type) {
        return Counter.builder(name).description(description).tag("type", type);
    }

    private static Timer.Builder timer(String name, String description, String type) {
        return Timer.builder(name).description(description).tag("type", type);
    }
}
