package io.prismq.queue.application;

import io.prismq.queue.domain.task.Compatibility;
import io.prismq.queue.domain.task.Idempotency;
import io.prismq.queue.domain.task.Payload;
import io.prismq.queue.domain.task.Priority;
import io.prismq.queue.domain.task.TaskType;
import io.prismq.queue.domain.task.TraceContext;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** The wish for a task. What is empty is filled from the policy of its type. */
public record EnqueueCommand(
        TaskType type,
        Payload payload,
        Compatibility compatibility,
        Optional<Priority> priority,
        Optional<Integer> maxAttempts,
        Optional<Instant> runAfter,
        Optional<Duration> timeToLive,
        Optional<Idempotency> idempotency,
        Optional<TraceContext> trace) {
    /** A task with nothing but a type and a payload. */
    public static EnqueueCommand of(TaskType type, Payload payload) {
        return new EnqueueCommand(
                type,
                payload,
                Compatibility.NONE,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }
}
