package io.prismq.queue.adapter.http.task;

import io.prismq.queue.application.EnqueueOutcome.Enqueued;
import java.time.Instant;

/** A task that is stored. */
public record EnqueuedBody(long taskId, String status, Instant createdAtUtc, String message) {
    public static EnqueuedBody from(Enqueued enqueued) {
        return new EnqueuedBody(
                enqueued.task().id().value(),
                enqueued.task().status().word(),
                enqueued.task().createdAt(),
                enqueued.repeated() ? "Task already exists" : "Task enqueued successfully");
    }
}
