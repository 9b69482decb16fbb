package io.prismq.queue.bootstrap.config;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * Where backups are kept, how many, and how often one is made by itself.
 *
 * @param directory null for the folder {@code backups} beside the database
 * @param everyHours null for never
 */
public record BackupsSection(
        @Nullable @Size(min = 1) String directory,
        @Min(1) @Max(10_000) int keep,
        @Nullable @Min(1) @Max(87_600) Integer everyHours) {}
