package io.prismq.queue.adapter.http.settlement;

import io.prismq.queue.adapter.http.constraint.MaxBytes;
import io.prismq.queue.adapter.http.json.RawJson;
import io.prismq.queue.application.Settlement;
import io.prismq.queue.domain.task.Failure;
import io.prismq.queue.domain.task.LeaseToken;
import io.prismq.queue.domain.task.LogEntry;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A worker's word that its attempt failed.
 *
 * @param retryable false where no further attempt can help; null means true
 * @param retryAfterSeconds the worker's own choice in the place of the backoff
 */
public record FailRequest(
        @NotNull @Pattern(regexp = LeaseToken.PATTERN) String leaseToken,

        @NotNull String errorMessage,

        @MaxBytes(LogEntry.MAX_DETAILS_BYTES) @Nullable RawJson errorDetails,

        @Nullable Boolean retryable,

        @Min(0) @Max(MAX_DELAY_SECONDS) @Nullable Integer retryAfterSeconds)
        implements Statement {
    @Override
    public Settlement.Word toWord(Instant now) {
        boolean never = Boolean.FALSE.equals(retryable);
        return new Settlement.Fail(
                never ? Failure.rejected(errorMessage) : Failure.error(errorMessage),
                Optional.ofNullable(errorDetails).map(RawJson::text),
                Optional.ofNullable(retryAfterSeconds).map(Duration::ofSeconds));
    }
}
