package io.prismq.queue.adapter.http.monitoring;

import java.time.Duration;

/**
 * From where on the dashboard warns of the queue, as a health check does.
 *
 * @param maxQueued more queued tasks are worth a look
 * @param maxQueuedAge a task that has been queued longer is worth one
 */
public record Thresholds(long maxQueued, Duration maxQueuedAge) {
    /** 100,000 tasks, one hour. */
    public static final Thresholds DEFAULT = new Thresholds(100_000, Duration.ofHours(1));
}
