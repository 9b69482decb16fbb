package io.prismq.queue.bootstrap.config;

import jakarta.validation.constraints.Min;

/** From where on the process does not call itself ready. */
public record HealthSection(@Min(0) long minFreeBytes) {}
