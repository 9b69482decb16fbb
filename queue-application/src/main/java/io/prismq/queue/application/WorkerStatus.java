package io.prismq.queue.application;

import io.prismq.queue.domain.task.TaskId;
import io.prismq.queue.domain.worker.Worker;
import java.util.List;

/**
 * A worker and what it does.
 *
 * @param running the tasks that it holds, the oldest first
 */
public record WorkerStatus(Worker worker, List<TaskId> running) {
    public WorkerStatus {
        running = List.copyOf(running);
    }
}
