package io.prismq.queue.domain.worker;

import io.prismq.queue.domain.task.TaskId;
import io.prismq.queue.domain.task.WorkerId;

/** A task in the hands of a worker. */
public record RunningTask(WorkerId worker, TaskId task) {}
