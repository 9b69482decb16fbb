package io.prismq.queue.bootstrap.config;

import io.prismq.queue.domain.task.Priority;
import io.prismq.queue.domain.task.Retention;
import io.prismq.queue.domain.task.RetryPolicy;
import io.prismq.queue.domain.task.TaskTypePolicy;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The policy of one task type; what is left out is as in the policy that it changes.
 *
 * @param slots how many tasks of the type run in this process at a time; null for as many as there are slots
 */
public record TypeSection(
        @Nullable @Min(TaskTypePolicy.MIN_ATTEMPTS) @Max(TaskTypePolicy.MAX_ATTEMPTS)
        Integer maxAttempts,

        @Nullable @Min(1) @Max(MAX_SECONDS) Long timeoutSeconds,
        @Nullable @Min(1) @Max(86_400) Long leaseSeconds,
        @Nullable @Min(Priority.MIN) @Max(Priority.MAX) Integer priority,
        @Nullable @Min(1) @Max(MAX_SECONDS) Long ttlSeconds,
        @Nullable @Min(1) @Max(1000) Integer slots,

        @Nullable
        @DecimalMin(value = "0", message = Bounds.AT_LEAST)
        @DecimalMax(value = "86400", message = Bounds.AT_MOST)
        Double initialSeconds,

        @Nullable
        @DecimalMin(value = "1", message = Bounds.AT_LEAST)
        @DecimalMax(value = "1000", message = Bounds.AT_MOST)
        Double factor,

        @Nullable
        @DecimalMin(value = "0", message = Bounds.AT_LEAST)
        @DecimalMax(value = "31536000", message = Bounds.AT_MOST)
        Double maxSeconds,

        @Nullable @DecimalMin(value = "0", message = Bounds.AT_LEAST) @DecimalMax(value = "1", message = Bounds.AT_MOST)
        Double jitter,

        @Nullable @Min(0) @Max(RetentionSection.MAX_HOURS) Long keepCompletedHours,
        @Nullable @Min(0) @Max(RetentionSection.MAX_HOURS) Long keepFailedHours,
        @Nullable @Min(0) @Max(RetentionSection.MAX_HOURS) Long keepCancelledHours) {
    /** Ten years. */
    private static final long MAX_SECONDS = 315_360_000;

    private static final double MILLIS = 1000;

    /** The given policy with the changes of this section. */
    public TaskTypePolicy applyTo(TaskTypePolicy policy) {
        return new TaskTypePolicy(
                maxAttempts == null ? policy.maxAttempts() : maxAttempts,
                timeoutSeconds == null ? policy.attemptTimeout() : Duration.ofSeconds(timeoutSeconds),
                priority == null ? policy.priority() : new Priority(priority),
                applyTo(policy.backoff()),
                leaseSeconds == null ? policy.leaseLength() : Duration.ofSeconds(leaseSeconds),
                ttlSeconds == null ? policy.timeToLive() : Duration.ofSeconds(ttlSeconds),
                applyTo(policy.retention()));
    }

    private Retention applyTo(Retention retention) {
        return new Retention(
                hours(keepCompletedHours).orElse(retention.completed()),
                hours(keepFailedHours).orElse(retention.failed()),
                hours(keepCancelledHours).orElse(retention.cancelled()));
    }

    private RetryPolicy applyTo(RetryPolicy backoff) {
        Duration initial = seconds(initialSeconds).orElse(backoff.initial());
        Duration max = seconds(maxSeconds).orElse(backoff.max());
        return new RetryPolicy(
                initial,
                factor == null ? backoff.factor() : factor,
                max.compareTo(initial) < 0 ? initial : max,
                jitter == null ? backoff.jitter() : jitter);
    }

    private static Optional<Duration> hours(@Nullable Long value) {
        return Optional.ofNullable(value).map(Duration::ofHours);
    }

    private static Optional<Duration> seconds(@Nullable Double value) {
        return Optional.ofNullable(value).map(given -> Duration.ofMillis(Math.round(given * MILLIS)));
    }
}
