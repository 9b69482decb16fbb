package io.prismq.queue.application;

import io.prismq.queue.domain.task.TaskStatus;
import io.prismq.queue.domain.task.TaskType;
import io.prismq.queue.domain.task.TaskTypePolicy;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * A type of task, and how its tasks stand.
 *
 * @param counts of every status, also where there is no task in it
 * @param oldestQueuedAge since the oldest of its tasks now queued was created
 * @param pausedSince empty where its tasks are offered to workers
 */
public record TypeStatus(
        TaskType type,
        TaskTypePolicy policy,
        Map<TaskStatus, Long> counts,
        Optional<Duration> oldestQueuedAge,
        Optional<Instant> pausedSince) {

    public TypeStatus {
        counts = Map.copyOf(counts);
    }

    /** How many of its tasks are in the status. */
    public long count(TaskStatus status) {
        return Objects.requireNonNull(counts.get(status));
    }
}
