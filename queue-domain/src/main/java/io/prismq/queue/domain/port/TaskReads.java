package io.prismq.queue.domain.port;

import io.prismq.queue.domain.task.StoredTask;
import io.prismq.queue.domain.task.Task;
import io.prismq.queue.domain.task.TaskId;
import io.prismq.queue.domain.task.TaskStatus;
import io.prismq.queue.domain.task.TaskType;
import java.time.Instant;
import java.util.List;
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

    /**
     * Tasks of one type that came to a final status at the given time or earlier, in any order.
     *
     * @param limit at least 1
     */
    List<TaskId> finished(TaskType type, TaskStatus status, Instant until, int limit);

    StatisticsReads statistics();

    /** The earliest time that any task's timer stands at. */
    Optional<Instant> next(Timer timer);

    OfferReads offers();

    HistoryReads history();

    WorkerReads workers();

    KeyReads keys();
}
