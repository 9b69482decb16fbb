package io.prismq.queue.domain.task;

import java.time.Duration;

/**
 * A worker's wish to run a task.
 *
 * @param token fresh for each claim of each task
 * @param leaseLength how long the hold lasts without a heartbeat; positive
 * @param attemptTimeout how long the attempt may take at most, whatever its heartbeats; positive
 */
public record Claim(WorkerId worker, LeaseToken token, Duration leaseLength, Duration attemptTimeout) {}
