package io.prismq.queue.bootstrap.config;

import io.prismq.queue.domain.task.Retention;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;

/**
 * How long finished tasks are kept where their type does not say, and how long events and audit entries are.
 *
 * @param eventsKept how many events are kept at most, the latest ones
 */
public record RetentionSection(
        @Min(0) @Max(MAX_HOURS) long completedHours,
        @Min(0) @Max(MAX_HOURS) long failedHours,
        @Min(0) @Max(MAX_HOURS) long cancelledHours,
        @Min(0) @Max(MAX_HOURS) long eventsHours,
        @Min(0) @Max(MAX_EVENTS) long eventsKept,
        @Min(0) @Max(MAX_HOURS) long auditHours) {
    /** A hundred years. */
    static final long MAX_HOURS = 876_000;

    static final long MAX_EVENTS = 1_000_000_000;

    public Retention retention() {
        return new Retention(
                Duration.ofHours(completedHours), Duration.ofHours(failedHours), Duration.ofHours(cancelledHours));
    }
}
