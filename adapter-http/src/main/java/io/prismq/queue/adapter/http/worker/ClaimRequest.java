package io.prismq.queue.adapter.http.worker;

import io.prismq.queue.adapter.http.constraint.ObjectValue;
import io.prismq.queue.adapter.http.json.RawJson;
import io.prismq.queue.adapter.http.task.Requirements;
import io.prismq.queue.application.ClaimCommand;
import io.prismq.queue.domain.port.ClaimCriteria;
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
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A worker's wish for tasks.
 *
 * @param types what the worker has handlers for
 */
record ClaimRequest(
        @NotNull
        @Size(min = 1, max = WorkerId.MAX_LENGTH)
        @Pattern(regexp = "[^\\x00-\\x1F\\x7F-\\x9F]*", message = "must not contain control characters")
        String workerId,

        @NotNull @Size(min = 1, max = 1000) List<@NotNull @Pattern(regexp = TaskType.PATTERN) String> types,

        @ObjectValue @Nullable RawJson capabilities,

        @Pattern(regexp = "priority", message = "must be priority") @Nullable
        String strategy,

        @Min(1) @Max(100) @Nullable Integer maxTasks,

        @Min(1) @Max(86_400) @Nullable Integer leaseSeconds) {
    /** What does not fit into one answer stays queued. */
    private static final long MAX_BYTES = 4 << 20;

    private static final int DEFAULT_LEASE_SECONDS = 30;

    ClaimCommand toCommand() {
        Set<TaskType> wanted = types.stream().map(TaskType::new).collect(Collectors.toSet());
        int limit = Objects.requireNonNullElse(maxTasks, 1);
        int lease = Objects.requireNonNullElse(leaseSeconds, DEFAULT_LEASE_SECONDS);
        return new ClaimCommand(
                new WorkerId(workerId),
                new ClaimCriteria(wanted, Requirements.capabilities(capabilities), limit, MAX_BYTES),
                Duration.ofSeconds(lease));
    }
}
