package io.prismq.queue.bootstrap.config;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.util.List;

/** Where the server listens. */
public record ServerSection(
        @NotBlank String host,
        @Min(0) @Max(65_535) int port,
        @NotNull List<@NotBlank String> allowedHosts) {}
