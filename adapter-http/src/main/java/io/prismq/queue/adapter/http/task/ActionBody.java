package io.prismq.queue.adapter.http.task;

import io.prismq.queue.domain.task.Task;

/** What an action did to a task, or that it did nothing. */
public record ActionBody(long taskId, String status, String message) {
    public static ActionBody of(Task task, String message) {
        return new ActionBody(task.id().value(), task.status().word(), message);
    }
}
