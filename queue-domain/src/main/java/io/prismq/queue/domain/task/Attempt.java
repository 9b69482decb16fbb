package io.prismq.queue.domain.task;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One claim of a task, and what came of it.
 *
 * @param claimNo counts the claims of the task from 1; never used again
 * @param number what the claim counted as since the enqueue or the last retry by an operator, from 1
 * @param token proves that a settlement that is told again was told by the one who held the lease; shown to nobody
 * @param end null while it runs
 */
public record Attempt(
        TaskId taskId,
        long claimNo,
        int number,
        WorkerId worker,
        LeaseToken token,
        Instant startedAt,
        @Nullable End end) {
    /** How many of a task's attempts are kept, the latest ones. */
    public static final int KEPT = 1000;

    /**
     * How an attempt ended.
     *
     * @param status what the task came to by it
     * @param message why it did not go well; null where it did
     */
    public record End(
            AttemptOutcome outcome,
            TaskStatus status,
            Instant at,
            @Nullable String message) {}

    /** The same attempt, which is over. */
    Attempt ended(End how) {
        return new Attempt(taskId, claimNo, number, worker, token, startedAt, how);
    }
}
