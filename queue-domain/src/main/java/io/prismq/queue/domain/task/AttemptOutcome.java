package io.prismq.queue.domain.task;

import java.util.Locale;

/** What came of one attempt. */
public enum AttemptOutcome {
    /** The worker did the work. */
    COMPLETED,
    /** The worker said that it failed. */
    FAILED,
    /** The worker said that it failed, and that no retry can help. */
    REJECTED,
    /** The attempt passed its deadline. */
    TIMEOUT,
    /** The worker let its lease run out. */
    LEASE_EXPIRED,
    /** The worker gave the task back: the attempt does not count. */
    RELEASED,
    /** The task was cancelled while the attempt ran. */
    CANCELLED;

    private final String word = name().toLowerCase(Locale.ROOT);

    static AttemptOutcome of(FailureKind failure) {
        return switch (failure) {
            case ERROR, EXPIRED -> FAILED;
            case REJECTED -> REJECTED;
            case TIMEOUT -> TIMEOUT;
            case LEASE_EXPIRED -> LEASE_EXPIRED;
        };
    }

    /** The word that people and programs read. */
    public String word() {
        return word;
    }
}
