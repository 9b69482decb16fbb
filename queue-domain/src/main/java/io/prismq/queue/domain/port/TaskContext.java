package io.prismq.queue.domain.port;

import io.prismq.queue.domain.task.TaskId;
import java.time.Instant;

/** What a handler may know of the attempt that it runs. Safe for use by many threads. */
public interface TaskContext {
    TaskId taskId();

    /** The number of this attempt, from 1. */
    int attempt();

    /** When the attempt is timed out. */
    Instant deadline();

    /** Whether the task has been taken away, by a cancel, a deadline or a lost lease: the handler should end. */
    boolean isCancelled();
}
