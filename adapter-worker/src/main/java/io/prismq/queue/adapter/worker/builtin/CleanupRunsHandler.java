package io.prismq.queue.adapter.worker.builtin;

import io.prismq.queue.domain.port.Clock;
import io.prismq.queue.domain.port.TaskContext;
import io.prismq.queue.domain.port.TaskHandler;
import io.prismq.queue.domain.port.TaskRejectedException;
import io.prismq.queue.domain.port.TaskStore;
import io.prismq.queue.domain.port.TaskStoreException;
import io.prismq.queue.domain.port.TaskTransaction;
import io.prismq.queue.domain.port.Timer;
import io.prismq.queue.domain.task.LogLevel;
import io.prismq.queue.domain.task.Payload;
import io.prismq.queue.domain.task.Result;
import io.prismq.queue.domain.task.Task;
import io.prismq.queue.domain.task.TaskType;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ExecutionException;

/**
 * Deletes the tasks that finished {@code max_age_hours} ago or earlier, and answers {@code {"deleted": n}}. Deletes in
 * small units of work, so that nobody waits for it.
 */
public final class CleanupRunsHandler implements TaskHandler {
    public static final TaskType TYPE = new TaskType("cleanup_runs");

    static final int BATCH = 200;

    private record Answer(long deleted) {}

    private final TaskStore store;
    private final Clock clock;

    public CleanupRunsHandler(TaskStore store, Clock clock) {
        this.store = store;
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
        long deleted = 0;
        int batch;
        do {
            batch = deleteBatch(cutoff);
            deleted += batch;
        } while (batch == BATCH);
        context.log(LogLevel.INFO, "deleted %d tasks that finished at %s or before".formatted(deleted, cutoff));
        return Json.result(new Answer(deleted));
    }

    /** Waits until the deletion is durable; an interrupt ends the wait. */
    private int deleteBatch(Instant cutoff) throws InterruptedException, ExecutionException {
        try {
            return store.write(tx -> deleteBatch(tx, cutoff))
                    .toCompletableFuture()
                    .get();
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof TaskStoreException why) {
                throw why;
            }
            throw failed;
        }
    }

    private static int deleteBatch(TaskTransaction tx, Instant cutoff) {
        List<Task> finished = tx.ripe(Timer.FINISH, cutoff, BATCH);
        finished.forEach(task -> tx.delete(task.id()));
        return finished.size();
    }
}
