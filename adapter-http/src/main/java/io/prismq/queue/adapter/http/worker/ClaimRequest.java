package io.prismq.queue.adapter.http.worker;

import io.prismq.queue.adapter.http.constraint.MaxBytes;
import io.prismq.queue.adapter.http.constraint.NoControls;
import io.prismq.queue.adapter.http.constraint.ObjectValue;
import io.prismq.queue.adapter.http.constraint.WordOf;
import io.prismq.queue.adapter.http.constraint.Words;
import io.prismq.queue.adapter.http.exchange.TypeNames;
import io.prismq.queue.adapter.http.json.RawJson;
import io.prismq.queue.adapter.http.task.Requirements;
import io.prismq.queue.application.ClaimCommand;
import io.prismq.queue.domain.access.Actor;
import io.prismq.queue.domain.task.ClaimId;
import io.prismq.queue.domain.task.ClaimStrategy;
import io.prismq.queue.domain.task.Skills;
import io.prismq.queue.domain.task.TaskType;
import io.prismq.queue.domain.task.WorkerId;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A worker's wish for tasks.
 *
 * @param types what the worker has handlers for
 */
record ClaimRequest(
        @NotNull @Size(min = 1, max = WorkerId.MAX_LENGTH) @NoControls
        String workerId,

        @NotNull @Size(min = 1, max = 1000)
        List<@NotNull @Pattern(regexp = TaskType.PATTERN, message = TypeNames.RULE) String> types,

        @ObjectValue @MaxBytes(Requirements.MAX_BYTES) @Nullable
        RawJson capabilities,

        @WordOf(ClaimStrategy.class) @Nullable String strategy,

        @Min(1) @Max(100) @Nullable Integer maxTasks,

        @Min(1) @Max(86_400) @Nullable Integer leaseSeconds,

        @Min(0) @Max(60) @Nullable Integer waitSeconds,

        @Size(min = 1, max = ClaimId.MAX_LENGTH) @NoControls @Nullable
        String claimId) {
    /** What does not fit into one answer stays queued. */
    private static final long MAX_BYTES = 4 << 20;

    /**
     * The wish as somebody's own.
     *
     * @param caller who asks; empty where nobody knows, and all of those are one
     */
    ClaimCommand toCommand(Optional<Actor> caller) {
        return new ClaimCommand(
                new WorkerId(workerId),
                new Skills(
                        types.stream().map(TaskType::new).collect(Collectors.toSet()),
                        Requirements.capabilities(capabilities)),
                strategy == null ? ClaimStrategy.PRIORITY : Words.parse(ClaimStrategy.class, strategy),
                Objects.requireNonNullElse(maxTasks, 1),
                MAX_BYTES,
                Optional.ofNullable(leaseSeconds).map(Duration::ofSeconds),
                Optional.ofNullable(claimId)
                        .map(ClaimId::new)
                        .map(id -> caller.map(actor -> id.of(actor.name())).orElse(id)));
    }

    /** How long the worker is ready to wait for the first task. */
    Duration patience() {
        return Duration.ofSeconds(Objects.requireNonNullElse(waitSeconds, 0));
    }
}
