package io.prismq.queue.domain.task;

import java.time.Duration;

/**
 * How long to wait before the next attempt: exponential, bounded, with jitter.
 *
 * @param initial the wait after the first attempt; not negative
 * @param factor what each further attempt multiplies it by; at least 1
 * @param max what the wait never exceeds before jitter; not below {@code initial}
 * @param jitter the share by which chance moves the wait up or down, so that tasks that failed together do not return
 *     together; 0 to 1
 */
public record RetryPolicy(Duration initial, double factor, Duration max, double jitter) {
    public static final RetryPolicy DEFAULT = new RetryPolicy(Duration.ofSeconds(1), 2.0, Duration.ofMinutes(5), 0.1);

    public RetryPolicy {
        if (initial.isNegative() || max.compareTo(initial) < 0) {
            throw new IllegalArgumentException("a backoff has 0 <= initial <= max");
        }
        if (!(factor >= 1) || !(jitter >= 0 && jitter <= 1)) {
            throw new IllegalArgumentException("a backoff has a factor of at least 1 and a jitter between 0 and 1");
        }
    }

    /**
     * The wait after an attempt.
     *
     * @param attempt the number of the attempt that failed, from 1
     * @param chance a random number from 0 (inclusive) to 1 (exclusive)
     */
    public Duration delayAfter(int attempt, double chance) {
        double exact = (double) initial.toMillis() * Math.pow(factor, attempt - 1.0);
        double bounded = Math.min(exact, (double) max.toMillis());
        return Duration.ofMillis(Math.round(bounded * (1 + jitter * (2 * chance - 1))));
    }
}
