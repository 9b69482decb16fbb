package io.prismq.queue.bootstrap.config;

import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where spans go.
 *
 * @param endpoint the base URL of a collector; null for what the environment says, if anything
 * @param sampleRatio the share of traces that begin here and are told of
 */
public record TracingSection(
        @Nullable @Pattern(regexp = "https?://.+", message = "must be an http or https URL")
        String endpoint,

        @DecimalMin(value = "0", message = Bounds.AT_LEAST) @DecimalMax(value = "1", message = Bounds.AT_MOST)
        double sampleRatio) {}
