package io.prismq.queue.adapter.http.worker;

import io.prismq.queue.domain.task.Task;

/**
 * What became of a task that its worker settled.
 *
 * @param outcome what the settlement was
 */
record SettledBody(long taskId, String status, String outcome) {
    static SettledBody of(Task task, String outcome) {
        return new SettledBody(task.id().value(), task.status().word(), outcome);
    }
}
