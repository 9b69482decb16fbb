package io.prismq.queue.domain.port;

import io.prismq.queue.domain.task.Task;
import io.prismq.queue.domain.task.TaskId;
import io.prismq.queue.domain.task.TaskStatus;
import io.prismq.queue.domain.task.TaskType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Questions of somebody who looks for tasks. No answer may cost more when more tasks are stored. */
public interface SearchReads {
    /** The tasks that meet the query, newest (highest id) first. */
    TaskPage page(TaskQuery query);

    /**
     * The tasks whose idempotency key begins so, in the order of the code points of their keys.
     *
     * @param from the key to begin with, which begins so too: the prefix itself, or where another answer ended
     * @param limit at least 1
     */
    List<Task> withKeyPrefix(String prefix, String from, int limit);

    /**
     * The oldest task that was created then or later. Ids rise with time; where the clock was set back between two tasks,
     * the answer MAY be off by the tasks of that time.
     */
    Optional<TaskId> firstSince(Instant time);

    /**
     * Tasks of one type that came to a final status at the given time or earlier, in any order.
     *
     * @param limit at least 1
     */
    List<TaskId> finished(TaskType type, TaskStatus status, Instant until, int limit);
}
