package io.prismq.queue.bootstrap.config;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;

/** Where and how tasks are stored. */
public record QueueSection(
        @Nullable String dbPath,
        @NotNull DurabilityChoice durability,
        @Min(1) @Max(64) int readers) {
    /** What an acknowledged write survives. */
    public enum DurabilityChoice {
        FULL,
        NORMAL
    }
}
