package io.prismq.queue.domain.task;

import java.util.Locale;

/** Where a task stands in its life. */
public enum TaskStatus {
    /** Waits for its time: a delayed task, or a retry in backoff. */
    SCHEDULED,
    /** May be claimed now. */
    QUEUED,
    /** Leased by one worker. */
    PROCESSING,
    /** Done. */
    COMPLETED,
    /** Dead letter: attempts exhausted, or a failure that may not be retried. */
    FAILED,
    /** Stopped by a client or an operator. */
    CANCELLED;

    private final String word = name().toLowerCase(Locale.ROOT);

    /** The word that people and programs read. */
    public String word() {
        return word;
    }

    /** Whether a task stays here unless somebody retries or deletes it. */
    public boolean isFinal() {
        return this == COMPLETED || this == FAILED || this == CANCELLED;
    }
}
