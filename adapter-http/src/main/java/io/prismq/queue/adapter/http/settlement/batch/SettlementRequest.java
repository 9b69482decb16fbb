package io.prismq.queue.adapter.http.settlement.batch;

import io.prismq.queue.adapter.http.constraint.MaxBytes;
import io.prismq.queue.adapter.http.constraint.WordOf;
import io.prismq.queue.adapter.http.constraint.Words;
import io.prismq.queue.adapter.http.json.RawJson;
import io.prismq.queue.adapter.http.settlement.HeartbeatRequest;
import io.prismq.queue.adapter.http.settlement.LogRequest;
import io.prismq.queue.adapter.http.settlement.ProgressRequest;
import io.prismq.queue.adapter.http.settlement.Statement;
import io.prismq.queue.application.Settlement;
import io.prismq.queue.domain.task.LeaseToken;
import io.prismq.queue.domain.task.LogEntry;
import io.prismq.queue.domain.task.Result;
import io.prismq.queue.domain.task.TaskId;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One of many settlements: what the request of its action has, under the same constraints. */
@FieldsOfAction
record SettlementRequest(
        @NotNull @Min(1) @Max(TaskId.MAX) Long taskId,

        @NotNull @WordOf(Action.class) String action,

        @NotNull @Pattern(regexp = LeaseToken.PATTERN) String leaseToken,

        @MaxBytes(Result.MAX_BYTES) @Nullable RawJson result,

        @Nullable String errorMessage,

        @MaxBytes(LogEntry.MAX_DETAILS_BYTES) @Nullable RawJson errorDetails,

        @Nullable Boolean retryable,

        @Min(0) @Max(Statement.MAX_DELAY_SECONDS) @Nullable Integer retryAfterSeconds,

        @Min(0) @Max(Statement.MAX_DELAY_SECONDS) @Nullable Integer delaySeconds,

        @Min(1) @Max(86_400) @Nullable Integer leaseSeconds,

        @Valid @Nullable ProgressRequest progress,

        @Size(max = HeartbeatRequest.MAX_LINES) @Nullable List<@NotNull @Valid LogRequest> log) {
    Settlement toSettlement(Instant now) {
        return Words.parse(Action.class, action).statement(this).about(new TaskId(taskId), now);
    }
}
