package io.prismq.queue.bootstrap.config;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.util.List;

/** What the maintenance tasks may do, and from where on they warn. */
public record MaintenanceSection(
        boolean useTaskQueue,
        @NotNull List<@NotNull String> tempDirectories,
        @Min(0) long minFreeBytes,
        @Min(0) @Max(100) int maxHeapPercent,
        @Min(0) long maxQueued,
        @Min(0) long maxQueuedAgeSeconds) {}
