package io.prismq.queue.adapter.worker;

import io.prismq.queue.application.TaskExecution;
import io.prismq.queue.application.WorkerRegistry;
import io.prismq.queue.domain.port.TaskStore;

/**
 * The queue as a worker knows it.
 *
 * @param store tells it of commits
 */
public record WorkerQueue(TaskStore store, TaskExecution execution, WorkerRegistry registry) {}
