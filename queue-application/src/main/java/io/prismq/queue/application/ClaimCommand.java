package io.prismq.queue.application;

import io.prismq.queue.domain.port.ClaimCriteria;
import io.prismq.queue.domain.task.WorkerId;
import java.time.Duration;

/**
 * A worker's wish for tasks to run.
 *
 * @param leaseLength how long it holds each without a heartbeat; positive
 */
public record ClaimCommand(WorkerId worker, ClaimCriteria criteria, Duration leaseLength) {}
