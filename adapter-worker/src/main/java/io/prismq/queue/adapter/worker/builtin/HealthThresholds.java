package io.prismq.queue.adapter.worker.builtin;

import java.time.Duration;

/**
 * From where on a health check warns.
 *
 * @param minFreeBytes less room on the store's disk is a warning
 * @param maxHeapPercent a heap that is filled further is a warning; 0 to 100
 * @param maxQueued more tasks waiting is a warning
 * @param maxQueuedAge a task that waits longer is a warning
 */
public record HealthThresholds(long minFreeBytes, int maxHeapPercent, long maxQueued, Duration maxQueuedAge) {
    /** 1 GiB of disk, 90 % of the heap, 100,000 tasks, one hour. */
    public static final HealthThresholds DEFAULT = new HealthThresholds(1L << 30, 90, 100_000, Duration.ofHours(1));

    public HealthThresholds {
        if (maxHeapPercent < 0 || maxHeapPercent > 100) {
            throw new IllegalArgumentException("a share of the heap is 0 to 100 percent, not " + maxHeapPercent);
        }
    }
}
