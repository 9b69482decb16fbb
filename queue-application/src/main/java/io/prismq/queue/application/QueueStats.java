package io.prismq.queue.application;

import io.prismq.queue.domain.task.TaskCounts;
import java.time.Duration;
import java.util.Optional;

/**
 * The state of the queue as a whole.
 *
 * @param oldestQueuedAge since the oldest of the tasks now queued was created; empty when nothing is queued
 */
public record QueueStats(TaskCounts counts, Optional<Duration> oldestQueuedAge) {}
