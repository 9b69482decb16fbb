package io.prismq.queue.adapter.http.types;

import io.prismq.queue.domain.task.Retention;
import io.prismq.queue.domain.task.RetryPolicy;
import io.prismq.queue.domain.task.TaskTypePolicy;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** How tasks of a type are treated where a request does not say. Times are in seconds. */
record PolicyBody(
        int priority,
        int maxAttempts,
        double timeoutSeconds,
        double leaseSeconds,
        @Nullable Double ttlSeconds,
        BackoffBody backoff,
        RetentionBody retention) {

    /** How long to wait before the next attempt. */
    record BackoffBody(double initialSeconds, double factor, double maxSeconds, double jitter) {
        static BackoffBody from(RetryPolicy policy) {
            return new BackoffBody(seconds(policy.initial()), policy.factor(), seconds(policy.max()), policy.jitter());
        }
    }

    /** How long finished tasks are kept. */
    record RetentionBody(double completedSeconds, double failedSeconds, double cancelledSeconds) {
        static RetentionBody from(Retention retention) {
            return new RetentionBody(
                    seconds(retention.completed()), seconds(retention.failed()), seconds(retention.cancelled()));
        }
    }

    private static final double MILLIS_PER_SECOND = 1000;

    static PolicyBody from(TaskTypePolicy policy) {
        Duration timeToLive = policy.timeToLive();
        return new PolicyBody(
                policy.priority().value(),
                policy.maxAttempts(),
                seconds(policy.attemptTimeout()),
                seconds(policy.leaseLength()),
                timeToLive == null ? null : seconds(timeToLive),
                BackoffBody.from(policy.backoff()),
                RetentionBody.from(policy.retention()));
    }

    private static double seconds(Duration length) {
        return length.toMillis() / MILLIS_PER_SECOND;
    }
}
