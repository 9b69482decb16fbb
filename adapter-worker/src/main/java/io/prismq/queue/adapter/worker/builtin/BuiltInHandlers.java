package io.prismq.queue.adapter.worker.builtin;

import io.prismq.queue.domain.task.Priority;
import io.prismq.queue.domain.task.Retention;
import io.prismq.queue.domain.task.RetryPolicy;
import io.prismq.queue.domain.task.TaskType;
import io.prismq.queue.domain.task.TaskTypePolicy;
import java.time.Duration;
import java.util.Map;

/** How the maintenance tasks are treated where the configuration does not say otherwise. */
public final class BuiltInHandlers {
    public static final Map<TaskType, TaskTypePolicy> POLICIES = Map.of(
            CleanupRunsHandler.TYPE, policy(3, 300, 5),
            HealthCheckHandler.TYPE, policy(2, 30, 3),
            CleanupTempFilesHandler.TYPE, policy(3, 300, 5),
            LogStatisticsHandler.TYPE, policy(2, 10, 1));

    private BuiltInHandlers() {}

    private static TaskTypePolicy policy(int maxAttempts, int timeoutSeconds, int priority) {
        return new TaskTypePolicy(
                maxAttempts,
                Duration.ofSeconds(timeoutSeconds),
                new Priority(priority),
                RetryPolicy.DEFAULT,
                TaskTypePolicy.DEFAULT.leaseLength(),
                null,
                Retention.DEFAULT);
    }
}
