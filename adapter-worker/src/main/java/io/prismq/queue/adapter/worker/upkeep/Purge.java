package io.prismq.queue.adapter.worker.upkeep;

import io.prismq.queue.adapter.worker.loop.Durable;
import io.prismq.queue.application.TaskRetention;
import io.prismq.queue.application.TaskRetention.Finished;
import io.prismq.queue.domain.port.TaskStoreException;
import java.util.List;
import java.util.concurrent.ExecutionException;

/** Deletes finished tasks batch after batch, and rests after each, so that others have the writer most of the time. */
public final class Purge {
    private final TaskRetention retention;

    public Purge(TaskRetention retention) {
        this.retention = retention;
    }

    /**
     * Deletes them all; an interrupt ends it after a batch.
     *
     * @return how many there were
     * @throws TaskStoreException if the store could not go on; what was deleted before stays so
     */
    public long run(List<Finished> overdue) throws ExecutionException, InterruptedException {
        long deleted = 0;
        for (Finished finished : overdue) {
            int batch;
            do {
                long begun = System.nanoTime();
                batch = Durable.await(retention.delete(finished));
                deleted += batch;
                Rest.afterWorkSince(begun);
            } while (batch > 0);
        }
        return deleted;
    }
}
