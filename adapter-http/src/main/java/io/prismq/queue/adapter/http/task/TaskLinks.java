package io.prismq.queue.adapter.http.task;

import io.prismq.queue.domain.task.TaskId;

/** Where a task is found. Links are relative to the server, which does not know the name that it is called by. */
public final class TaskLinks {
    public static final String TASKS = "/api/queue/tasks";

    private TaskLinks() {}

    public static String of(TaskId id) {
        return TASKS + "/" + id;
    }
}
