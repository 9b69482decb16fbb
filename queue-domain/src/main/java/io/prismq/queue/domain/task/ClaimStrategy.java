package io.prismq.queue.domain.task;

import java.util.Locale;

/** Which of the tasks that a worker can run it gets. */
public enum ClaimStrategy {
    /** The lower priority number first, then the oldest. */
    PRIORITY,
    /** The oldest first, whatever their priorities. */
    FIFO,
    /** The newest first, whatever their priorities. */
    LIFO,
    /** The oldest of a priority level that chance draws: see {@link PriorityDraw}. */
    WEIGHTED_RANDOM;

    private final String word = name().toLowerCase(Locale.ROOT);

    /** The word that people and programs read. */
    public String word() {
        return word;
    }
}
