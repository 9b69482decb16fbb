package io.prismq.queue.domain.port;

import io.prismq.queue.domain.task.NewTask;
import io.prismq.queue.domain.task.Result;
import io.prismq.queue.domain.task.Task;
import io.prismq.queue.domain.task.TaskId;
import io.prismq.queue.domain.task.Transition;
import java.time.Instant;
import java.util.List;

/**
 * What a unit of work can do. It sees its own changes, but for {@link StatisticsReads#counts()}. Not safe for use by other threads,
 * nor after the unit has returned.
 */
public interface TaskTransaction extends TaskReads {
    /** The time of the unit: MUST stay the same throughout one run of it. */
    Instant now();

    /**
     * Stores a task under a new id, higher than every id given out before, also those of deleted tasks.
     *
     * @throws LaneLimitException if the task would bring a pair of type and compatibility beyond
     *     {@link TaskStore#MAX_LANES}
     * @throws IllegalStateException if its idempotency key is taken: units look before they insert
     */
    Task insert(NewTask task);

    /**
     * Stores what a transition made of a task, and the attempt that it ended.
     *
     * @return the task with its version raised by one
     * @throws IllegalStateException if the stored version is not that of the argument, or there is no such task
     */
    Task save(Transition.Moved moved);

    /** Keeps the result of a task that exists and has none, or replaces it. */
    void saveResult(TaskId id, Result result);

    /** Removes a task with everything that belongs to it; one that is gone already stays so. */
    void delete(TaskId id);

    /**
     * The tasks whose timer stands at the given time or earlier: the earliest first, at one time the lower id first.
     *
     * @param limit at least 1
     */
    List<Task> ripe(Timer timer, Instant until, int limit);

    @Override
    TaskOffers offers();

    @Override
    TaskHistory history();

    @Override
    WorkerRegister workers();

    @Override
    KeyRegister keys();
}
