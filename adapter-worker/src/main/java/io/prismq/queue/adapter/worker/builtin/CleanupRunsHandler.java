package io.prismq.queue.adapter.worker.builtin;

import io.prismq.queue.adapter.worker.upkeep.Purge;
import io.prismq.queue.application.MaintenanceTypes;
import io.prismq.queue.application.TaskRetention;
import io.prismq.queue.domain.port.Clock;
import io.prismq.queue.domain.port.TaskContext;
import io.prismq.queue.domain.port.TaskHandler;
import io.prismq.queue.domain.port.TaskRejectedException;
import io.prismq.queue.domain.task.LogLevel;
import io.prismq.queue.domain.task.Payload;
import io.prismq.queue.domain.task.Result;
import io.prismq.queue.domain.task.TaskType;
import java.time.Instant;
import java.util.concurrent.ExecutionException;

/**
 * Deletes the tasks that finished {@code max_age_hours} ago or earlier, however long they would be kept otherwise, and
 * answers {@code {"deleted": n}}.
 */
public final class CleanupRunsHandler implements TaskHandler {
    public static final TaskType TYPE = MaintenanceTypes.CLEANUP_RUNS;

    private record Answer(long deleted) {}

    private final TaskRetention retention;
    private final Purge purge;
    private final Clock clock;

    public CleanupRunsHandler(TaskRetention retention, Clock clock) {
        this.retention = retention;
        this.purge = new Purge(retention);
        this.clock = clock;
    }

    @Override
    public TaskType type() {
        return TYPE;
    }

    @Override
    public Result handle(Payload payload, TaskContext context)
            throws TaskRejectedException, InterruptedException, ExecutionException {
        Instant cutoff = clock.now().minus(MaintenancePayload.maxAge(payload));
        long deleted = purge.run(retention.finishedBy(cutoff));
        context.log(LogLevel.INFO, "deleted %d tasks that finished at %s or before".formatted(deleted, cutoff));
        return Json.result(new Answer(deleted));
    }
}
