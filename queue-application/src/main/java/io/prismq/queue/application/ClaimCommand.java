package io.prismq.queue.application;

import io.prismq.queue.domain.task.ClaimId;
import io.prismq.queue.domain.task.ClaimStrategy;
import io.prismq.queue.domain.task.Skills;
import io.prismq.queue.domain.task.WorkerId;
import java.time.Duration;
import java.util.Optional;

/**
 * A worker's wish for tasks to run.
 *
 * @param limit the most tasks that it takes; at least 1
 * @param maxBytes no further task follows the one whose payload brings them to this many characters
 * @param leaseLength how long it holds each without a heartbeat; positive; empty means as the policy of its type says
 * @param id asks again for what an earlier claim with it got, as far as the worker still holds it
 *     and asks for its type
 */
public record ClaimCommand(
        WorkerId worker,
        Skills skills,
        ClaimStrategy strategy,
        int limit,
        long maxBytes,
        Optional<Duration> leaseLength,
        Optional<ClaimId> id) {
    /** The first by priority, of any size, for as long as their policies say. */
    public static ClaimCommand of(WorkerId worker, Skills skills, int limit) {
        return new ClaimCommand(
                worker, skills, ClaimStrategy.PRIORITY, limit, Long.MAX_VALUE, Optional.empty(), Optional.empty());
    }
}
