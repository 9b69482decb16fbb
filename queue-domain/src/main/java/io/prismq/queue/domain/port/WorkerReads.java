package io.prismq.queue.domain.port;

import io.prismq.queue.domain.worker.RunningTask;
import io.prismq.queue.domain.worker.Worker;
import java.util.List;

/** Questions about those who run tasks. */
public interface WorkerReads {
    /** Everyone who is registered, by id. */
    List<Worker> all();

    /**
     * The tasks that workers hold, in no order.
     *
     * @param limit the most that are told; at least 1
     */
    List<RunningTask> running(int limit);
}
