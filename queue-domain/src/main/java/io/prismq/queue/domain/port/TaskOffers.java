package io.prismq.queue.domain.port;

import io.prismq.queue.domain.task.TaskType;

/** What workers are offered, inside a unit of work. */
public interface TaskOffers extends OfferReads {
    /** The most types that are paused at a time. */
    int MAX_PAUSED = 10_000;

    /**
     * Offers no task of the type any more; what runs goes on.
     *
     * @return false where it was paused already, and stays so since then
     * @throws PauseLimitException if it would be one more than {@link #MAX_PAUSED}
     */
    boolean pause(TaskType type);

    /**
     * Offers its tasks again, which MUST be told as a commit that {@link Commit#resumed() resumed} something.
     *
     * @return false where it was not paused
     */
    boolean resume(TaskType type);
}
