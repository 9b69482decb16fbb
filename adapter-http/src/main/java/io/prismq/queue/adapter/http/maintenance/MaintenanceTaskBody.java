package io.prismq.queue.adapter.http.maintenance;

import io.prismq.queue.adapter.http.json.RawJson;
import io.prismq.queue.domain.task.StoredTask;
import io.prismq.queue.domain.task.Task;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How a maintenance task stands.
 *
 * @param result null until it has completed
 * @param errorMessage why its latest attempt failed
 * @param finishedAt null until it has ended
 */
record MaintenanceTaskBody(
        long taskId,
        String status,
        @Nullable RawJson result,
        @Nullable String errorMessage,
        Instant createdAt,
        @Nullable Instant finishedAt) {

    static MaintenanceTaskBody from(StoredTask stored) {
        Task task = stored.task();
        return new MaintenanceTaskBody(
                task.id().value(),
                task.status().word(),
                stored.result() == null ? null : new RawJson(stored.result().json()),
                task.failure() == null ? null : task.failure().message(),
                task.createdAt(),
                task.finishedAt());
    }
}
