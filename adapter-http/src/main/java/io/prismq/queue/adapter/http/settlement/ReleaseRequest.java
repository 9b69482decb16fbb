package io.prismq.queue.adapter.http.settlement;

import io.prismq.queue.application.Settlement;
import io.prismq.queue.domain.task.LeaseToken;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A worker gives a task back: the attempt does not count. */
public record ReleaseRequest(
        @NotNull @Pattern(regexp = LeaseToken.PATTERN) String leaseToken,

        @Min(0) @Max(MAX_DELAY_SECONDS) @Nullable Integer delaySeconds)
        implements Statement {
    @Override
    public Settlement.Word toWord(Instant now) {
        return new Settlement.Release(Duration.ofSeconds(Objects.requireNonNullElse(delaySeconds, 0)));
    }
}
