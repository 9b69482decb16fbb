package io.prismq.queue.domain.port;

/** The times in a task's life that somebody has to watch for. */
public enum Timer {
    /** {@code runAfter} of scheduled tasks. */
    DUE,
    /** {@code lease.until} of processing tasks. */
    LEASE,
    /** {@code expiresAt} of tasks that nobody has claimed. */
    EXPIRY
}
