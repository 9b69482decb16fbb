package io.prismq.queue.bootstrap.config;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;

/** How the process ends. */
public record ShutdownSection(@Min(0) @Max(86_400) int graceSeconds) {
    public Duration grace() {
        return Duration.ofSeconds(graceSeconds);
    }
}
