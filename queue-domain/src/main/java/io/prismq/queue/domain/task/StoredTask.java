package io.prismq.queue.domain.task;

import org.jspecify.annotations.Nullable;

/**
 * A task with everything that belongs to it.
 *
 * @param result present once the task has completed with one
 */
public record StoredTask(
        Task task, Payload payload, @Nullable Result result) {}
