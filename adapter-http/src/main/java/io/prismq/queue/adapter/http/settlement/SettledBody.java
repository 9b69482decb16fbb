package io.prismq.queue.adapter.http.settlement;

import io.prismq.queue.domain.task.TaskId;
import io.prismq.queue.domain.task.TaskStatus;

/**
 * What became of a task about which its worker said something.
 *
 * @param status what the task came to by it
 * @param outcome that of the attempt; for a heartbeat its directive
 */
record SettledBody(long taskId, String status, String outcome) implements SettlementResult {
    static SettledBody of(TaskId task, TaskStatus status, String outcome) {
        return new SettledBody(task.value(), status.word(), outcome);
    }
}
