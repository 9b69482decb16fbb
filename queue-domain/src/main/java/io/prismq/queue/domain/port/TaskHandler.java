package io.prismq.queue.domain.port;

import io.prismq.queue.domain.task.Payload;
import io.prismq.queue.domain.task.Result;
import io.prismq.queue.domain.task.TaskType;

/**
 * Does the work of one task type inside the process.
 *
 * <p>A handler MUST be safe for use by many threads, and MUST be safe to run again for the same task: execution is at
 * least once. It SHOULD end soon after its thread is interrupted, which happens when the attempt's deadline passes, the
 * task is cancelled, or the process stops; what it returns or throws after that changes nothing.
 */
public interface TaskHandler {
    TaskType type();

    /**
     * Does the work.
     *
     * @return stored as the task's result; where it is too large, or not JSON, the task fails for good
     * @throws TaskRejectedException when no further attempt can help: the task fails for good
     * @throws Exception any other: the attempt failed and the task is retried while attempts are left
     */
    Result handle(Payload payload, TaskContext context) throws Exception;
}
