package io.prismq.queue.domain.task;

import org.jspecify.annotations.Nullable;

/**
 * A task with everything that belongs to it.
 *
 * @param result present once the task has completed with one
 */
public record StoredTask(
        Task task, Payload payload, @Nullable Result result) {
    /** What payload and result have together: by this the sizes of answers are bounded. */
    public long characters() {
        return (long) payload.json().length()
                + (result == null ? 0 : result.json().length());
    }
}
