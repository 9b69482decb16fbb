package io.prismq.queue.bootstrap.config;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * How this process runs tasks itself.
 *
 * @param pluginsDir the folder of jars with further handlers; null for none
 */
public record WorkerSection(
        boolean enabled,
        @Nullable @Size(min = 1, max = 255) String id,
        @Min(1) @Max(1000) int slots,
        @Min(1) @Max(86_400) int leaseSeconds,
        @Nullable @Size(min = 1) String pluginsDir) {}
