package io.prismq.queue.domain.task;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A worker's wish to run a task.
 *
 * @param token fresh for each claim of each task
 * @param leaseLength how long the hold lasts without a heartbeat; positive
 * @param attemptTimeout how long the attempt may take at most, whatever its heartbeats; positive
 * @param id by which the worker can ask for what it got once more; null where it gave none
 */
public record Claim(
        WorkerId worker,
        LeaseToken token,
        Duration leaseLength,
        Duration attemptTimeout,
        @Nullable ClaimId id) {}
