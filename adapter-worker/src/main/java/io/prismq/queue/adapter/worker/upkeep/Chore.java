package io.prismq.queue.adapter.worker.upkeep;

import io.prismq.queue.domain.port.TaskStoreException;
import java.time.Duration;
import java.util.concurrent.ExecutionException;

/** Something that a process does from time to time, whoever asks for it or not. */
@FunctionalInterface
public interface Chore {
    /**
     * Does what there is to do.
     *
     * @return how long to wait before the next look; positive
     * @throws TaskStoreException if the store failed: it is tried again
     */
    Duration runOnce() throws ExecutionException, InterruptedException;
}
