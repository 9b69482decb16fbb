package io.prismq.queue.bootstrap.config;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.jspecify.annotations.Nullable;

/**
 * What a client may ask of the server.
 *
 * @param requestsPerSecond null for as many as he likes
 * @param burst null for a thousand
 * @param maxTasks null for as many as the disk takes
 * @param maxDatabaseBytes null for as many as the disk takes
 */
public record LimitsSection(
        @Nullable @Min(1) @Max(1_000_000) Integer requestsPerSecond,
        @Nullable @Min(1) @Max(1_000_000) Integer burst,
        @Min(1) @Max(1_000_000) int waitsPerCaller,
        @Nullable @Min(1) Long maxTasks,
        @Nullable @Min(1) Long maxDatabaseBytes) {}
