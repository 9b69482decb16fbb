package io.prismq.queue.bootstrap.config;

import io.prismq.queue.domain.task.Retention;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;

/** How long finished tasks are kept where their type does not say. */
public record RetentionSection(
        @Min(0) @Max(MAX_HOURS) long completedHours,
        @Min(0) @Max(MAX_HOURS) long failedHours,
        @Min(0) @Max(MAX_HOURS) long cancelledHours) {
    /** A hundred years. */
    static final long MAX_HOURS = 876_000;

    public Retention retention() {
        return new Retention(
                Duration.ofHours(completedHours), Duration.ofHours(failedHours), Duration.ofHours(cancelledHours));
    }
}
