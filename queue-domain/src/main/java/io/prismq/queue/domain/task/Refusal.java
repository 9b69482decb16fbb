package io.prismq.queue.domain.task;

/** Why a transition did not happen. */
public enum Refusal {
    /** The lifecycle has no such transition from the task's status. */
    WRONG_STATUS,
    /** The token is not that of the current lease. */
    LEASE_LOST,
    /** The time of the transition has not come. */
    TOO_EARLY,
    /** The task's time to live has passed. */
    TOO_LATE
}
