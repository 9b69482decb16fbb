package io.prismq.queue.adapter.worker.upkeep;

import io.prismq.queue.application.TaskRetention;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Deletes the tasks that are kept no longer. */
public final class RetentionChore implements Chore {
    private static final Logger LOG = LoggerFactory.getLogger(RetentionChore.class);
    private static final Duration WAIT = Duration.ofMinutes(1);

    private final TaskRetention retention;
    private final Purge purge;

    public RetentionChore(TaskRetention retention) {
        this.retention = retention;
        this.purge = new Purge(retention);
    }

    @Override
    public Duration runOnce() throws ExecutionException, InterruptedException {
        long deleted = purge.run(retention.overdue());
        if (deleted > 0) {
            LOG.atInfo().addKeyValue("tasks", deleted).log("finished tasks that are kept no longer were deleted");
        }
        return WAIT;
    }
}
