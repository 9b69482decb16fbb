package io.prismq.queue.domain.task;

import org.jspecify.annotations.Nullable;

/**
 * What was asked for when the task was enqueued; never changes afterwards.
 *
 * @param maxAttempts {@value TaskTypePolicy#MIN_ATTEMPTS} to {@value TaskTypePolicy#MAX_ATTEMPTS}
 * @param trace handed to those who run the task; null where nobody traces
 */
public record TaskSpec(
        TaskType type,
        Compatibility compatibility,
        Priority priority,
        int maxAttempts,
        @Nullable Idempotency idempotency,
        @Nullable TraceContext trace) {
    public TaskSpec {
        if (maxAttempts < TaskTypePolicy.MIN_ATTEMPTS || maxAttempts > TaskTypePolicy.MAX_ATTEMPTS) {
            throw new IllegalArgumentException("max attempts is between 1 and 100, not " + maxAttempts);
        }
    }
}
