package io.prismq.queue.adapter.http.settlement;

import io.prismq.queue.domain.task.Progress;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** How far a worker is. */
public record ProgressRequest(
        @NotNull @Min(0) @Max(100) Integer percent,
        @Nullable String message) {
    Progress toProgress() {
        return new Progress(percent, Objects.requireNonNullElse(message, ""));
    }
}
