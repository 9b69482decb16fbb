package io.prismq.queue.bootstrap.config;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

/** How workers, wherever they run, are known. */
public record WorkersSection(@Min(5) @Max(86_400) int silenceSeconds) {}
