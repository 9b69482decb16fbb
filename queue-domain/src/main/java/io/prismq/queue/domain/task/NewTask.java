package io.prismq.queue.domain.task;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * A task that has no identity yet. Its times are cut to whole milliseconds, which is what a store keeps.
 *
 * @param runAfter the task is not claimed before; at or before {@code createdAt} means at once
 * @param expiresAt when it fails if nobody has claimed it; null means never
 */
public record NewTask(
        TaskSpec spec,
        Payload payload,
        Instant createdAt,
        Instant runAfter,
        @Nullable Instant expiresAt) {
    public NewTask {
        createdAt = createdAt.truncatedTo(ChronoUnit.MILLIS);
        runAfter = runAfter.truncatedTo(ChronoUnit.MILLIS);
        expiresAt = expiresAt == null ? null : expiresAt.truncatedTo(ChronoUnit.MILLIS);
    }

    public TaskStatus status() {
        return runAfter.isAfter(createdAt) ? TaskStatus.SCHEDULED : TaskStatus.QUEUED;
    }

    /** The task as the store keeps it under the id that it assigned. */
    public Task withId(TaskId id) {
        return new Task(id, spec, status(), 0, 0, 0, createdAt, runAfter, expiresAt, null, null, null, null, null);
    }
}
