package io.prismq.queue.domain.port;

import io.prismq.queue.domain.task.TaskId;
import io.prismq.queue.domain.task.TaskStatus;
import io.prismq.queue.domain.task.TaskType;
import java.util.Optional;

/**
 * Which tasks a list shows.
 *
 * @param before only tasks with a lower id; empty starts with the newest
 * @param limit the most tasks that a page holds; at least 1
 * @param maxBytes the page ends after the task whose payload and result bring it to this many characters
 */
public record TaskQuery(
        Optional<TaskType> type, Optional<TaskStatus> status, Optional<TaskId> before, int limit, long maxBytes) {}
