package io.prismq.queue.domain.event;

import io.prismq.queue.domain.task.TaskEvent;
import java.time.Instant;

/**
 * How often something happened in one minute.
 *
 * @param minute when it began
 */
public record Activity(Instant minute, TaskEvent what, long times) {}
