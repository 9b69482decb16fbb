package io.prismq.queue.domain.port;

/** In which order tasks are offered to a worker. */
public enum ClaimOrder {
    /** The lower priority number first, then the lower id. */
    PRIORITY,
    /** The lower id first. */
    OLDEST,
    /** The higher id first. */
    NEWEST
}
