package io.prismq.queue.domain.port;

import io.prismq.queue.domain.task.StoredTask;
import io.prismq.queue.domain.task.Task;
import io.prismq.queue.domain.task.TaskId;
import java.time.Instant;
import java.util.Optional;

/**
 * Questions to one state of the store. No answer may cost more when more tasks are stored: implementations MUST NOT
 * scan or count rows.
 */
public interface TaskReads {
    Optional<Task> find(TaskId id);

    /** The task with its payload and result. */
    Optional<StoredTask> load(TaskId id);

    Optional<Task> findByIdempotencyKey(String key);

    SearchReads search();

    StatisticsReads statistics();

    /** The earliest time that any task's timer stands at. */
    Optional<Instant> next(Timer timer);

    OfferReads offers();

    HistoryReads history();

    WorkerReads workers();

    KeyReads keys();
}
