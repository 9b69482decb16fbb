package io.prismq.queue.domain.task;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How tasks of one type are treated. Priority and maximum attempts freeze at enqueue, timeout and lease at the claim, the
 * backoff is read when it is applied.
 *
 * @param maxAttempts {@value #MIN_ATTEMPTS} to {@value #MAX_ATTEMPTS}; used where a request names none
 * @param attemptTimeout the longest that one attempt may take; positive
 * @param priority used where a request names none
 * @param leaseLength how long a worker holds a task without a heartbeat where its claim does not say; positive
 * @param timeToLive how long a task may wait unclaimed where a request does not say; null means for ever
 * @param retention how long its finished tasks are kept; read when it is applied
 */
public record TaskTypePolicy(
        int maxAttempts,
        Duration attemptTimeout,
        Priority priority,
        RetryPolicy backoff,
        Duration leaseLength,
        @Nullable Duration timeToLive,
        Retention retention) {
    public static final int MIN_ATTEMPTS = 1;
    public static final int MAX_ATTEMPTS = 100;
    public static final TaskTypePolicy DEFAULT = new TaskTypePolicy(
            5,
            Duration.ofHours(1),
            Priority.DEFAULT,
            RetryPolicy.DEFAULT,
            Duration.ofSeconds(30),
            null,
            Retention.DEFAULT);

    public TaskTypePolicy {
        if (maxAttempts < MIN_ATTEMPTS || maxAttempts > MAX_ATTEMPTS) {
            throw new IllegalArgumentException("max attempts is between 1 and 100, not " + maxAttempts);
        }
        requirePositive("an attempt timeout", attemptTimeout);
        requirePositive("a lease", leaseLength);
        if (timeToLive != null) {
            requirePositive("a time to live", timeToLive);
        }
    }

    /** The same policy with another retention. */
    public TaskTypePolicy keeping(Retention other) {
        return new TaskTypePolicy(maxAttempts, attemptTimeout, priority, backoff, leaseLength, timeToLive, other);
    }

    private static void requirePositive(String name, Duration length) {
        if (length.isNegative() || length.isZero()) {
            throw new IllegalArgumentException(name + " is positive, not " + length);
        }
    }
}
