package io.prismq.queue.domain.task;

import java.util.Locale;

/** Why an attempt, or the task as a whole, failed. */
public enum FailureKind {
    /** The handler said so. */
    ERROR,
    /** The handler said so, and that no retry can help. */
    REJECTED,
    /** The attempt passed its deadline. */
    TIMEOUT,
    /** The worker let its lease run out. */
    LEASE_EXPIRED,
    /** Nobody claimed the task within its time to live. */
    EXPIRED;

    private final String word = name().toLowerCase(Locale.ROOT);

    /** The word that people and programs read. */
    public String word() {
        return word;
    }
}
