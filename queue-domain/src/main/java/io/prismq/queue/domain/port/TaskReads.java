package io.prismq.queue.domain.port;

import io.prismq.queue.domain.task.StoredTask;
import io.prismq.queue.domain.task.Task;
import io.prismq.queue.domain.task.TaskCounts;
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

    /** The tasks that meet the query, newest (highest id) first. */
    TaskPage page(TaskQuery query);

    /** Exact numbers as of the last commit; whether a unit of work sees its own changes in them is open. */
    TaskCounts counts();

    /** When the oldest of the tasks now queued was created. */
    Optional<Instant> oldestQueued();

    /** The earliest time that any task's timer stands at. */
    Optional<Instant> next(Timer timer);

    OfferReads offers();

    HistoryReads history();

    WorkerReads workers();
}
