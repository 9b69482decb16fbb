package io.prismq.queue.adapter.http.settlement;

import io.prismq.queue.application.Settlement;
import io.prismq.queue.domain.task.LeaseToken;
import io.prismq.queue.domain.task.LogEntry;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A worker's sign of life, with news of its work. */
public record HeartbeatRequest(
        @NotNull @Pattern(regexp = LeaseToken.PATTERN) String leaseToken,

        @Min(1) @Max(86_400) @Nullable Integer leaseSeconds,

        @Valid @Nullable ProgressRequest progress,

        @Size(max = HeartbeatRequest.MAX_LINES) @Nullable List<@NotNull @Valid LogRequest> log)
        implements Statement {
    public static final int MAX_LINES = 1000;

    @Override
    public Settlement.Word toWord(Instant now) {
        return new Settlement.Heartbeat(
                Optional.ofNullable(leaseSeconds).map(Duration::ofSeconds),
                Optional.ofNullable(progress).map(ProgressRequest::toProgress),
                entries(now));
    }

    private List<LogEntry> entries(Instant now) {
        return log == null
                ? List.of()
                : log.stream().map(line -> line.toEntry(now)).toList();
    }
}
