package io.prismq.queue.adapter.http.settlement;

import io.prismq.queue.adapter.http.constraint.MaxBytes;
import io.prismq.queue.adapter.http.json.RawJson;
import io.prismq.queue.application.Settlement;
import io.prismq.queue.domain.task.LeaseToken;
import io.prismq.queue.domain.task.Result;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A worker's word that a task is done. */
public record CompleteRequest(
        @NotNull @Pattern(regexp = LeaseToken.PATTERN) String leaseToken,

        @MaxBytes(Result.MAX_BYTES) @Nullable RawJson result)
        implements Statement {
    @Override
    public Settlement.Word toWord(Instant now) {
        return new Settlement.Complete(Optional.ofNullable(result).map(value -> new Result(value.text())));
    }
}
