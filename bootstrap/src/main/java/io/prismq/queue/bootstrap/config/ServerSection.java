package io.prismq.queue.bootstrap.config;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;

/** Where the server listens. */
public record ServerSection(
        @NotBlank String host, @Min(0) @Max(65_535) int port) {}
