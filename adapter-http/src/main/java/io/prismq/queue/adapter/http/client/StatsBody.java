package io.prismq.queue.adapter.http.client;

import io.prismq.queue.application.QueueStats;
import io.prismq.queue.domain.task.TaskCounts;
import io.prismq.queue.domain.task.TaskStatus;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How many tasks there are.
 *
 * @param oldestQueuedAgeSeconds with milliseconds; null when nothing is queued
 */
record StatsBody(
        long totalTasks,
        long scheduledTasks,
        long queuedTasks,
        long processingTasks,
        long completedTasks,
        long failedTasks,
        long cancelledTasks,
        @Nullable Double oldestQueuedAgeSeconds) {
    private static final double MILLIS_PER_SECOND = 1000;

    static StatsBody from(QueueStats stats) {
        TaskCounts counts = stats.counts();
        return new StatsBody(
                counts.total(),
                counts.of(TaskStatus.SCHEDULED),
                counts.of(TaskStatus.QUEUED),
                counts.of(TaskStatus.PROCESSING),
                counts.of(TaskStatus.COMPLETED),
                counts.of(TaskStatus.FAILED),
                counts.of(TaskStatus.CANCELLED),
                stats.oldestQueuedAge().map(StatsBody::seconds).orElse(null));
    }

    private static Double seconds(Duration age) {
        return age.toMillis() / MILLIS_PER_SECOND;
    }
}
