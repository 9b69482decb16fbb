package io.prismq.queue.adapter.worker.builtin;

import io.prismq.queue.application.QueueStats;
import io.prismq.queue.domain.task.TaskCounts;
import io.prismq.queue.domain.task.TaskStatus;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The queue's numbers under the names that the API gives them.
 *
 * @param oldestQueuedAgeSeconds null when nothing is queued
 */
record QueueStatistics(
        long totalTasks,
        long scheduledTasks,
        long queuedTasks,
        long processingTasks,
        long completedTasks,
        long failedTasks,
        long cancelledTasks,
        @Nullable Long oldestQueuedAgeSeconds) {

    static QueueStatistics of(QueueStats stats) {
        TaskCounts counts = stats.counts();
        return new QueueStatistics(
                counts.total(),
                counts.of(TaskStatus.SCHEDULED),
                counts.of(TaskStatus.QUEUED),
                counts.of(TaskStatus.PROCESSING),
                counts.of(TaskStatus.COMPLETED),
                counts.of(TaskStatus.FAILED),
                counts.of(TaskStatus.CANCELLED),
                stats.oldestQueuedAge().map(Duration::toSeconds).orElse(null));
    }
}
