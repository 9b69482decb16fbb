package io.prismq.queue.adapter.http.client;

import io.prismq.queue.adapter.http.constraint.MaxBytes;
import io.prismq.queue.adapter.http.constraint.NoControls;
import io.prismq.queue.adapter.http.constraint.ObjectValue;
import io.prismq.queue.adapter.http.constraint.Times;
import io.prismq.queue.adapter.http.constraint.UtcTime;
import io.prismq.queue.adapter.http.exchange.TypeNames;
import io.prismq.queue.adapter.http.json.RawJson;
import io.prismq.queue.adapter.http.task.Requirements;
import io.prismq.queue.application.EnqueueCommand;
import io.prismq.queue.domain.task.Idempotency;
import io.prismq.queue.domain.task.Payload;
import io.prismq.queue.domain.task.Priority;
import io.prismq.queue.domain.task.TaskType;
import io.prismq.queue.domain.task.TaskTypePolicy;
import io.prismq.queue.domain.task.TraceContext;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The wish for one task. */
public record EnqueueRequest(
        @NotNull @Pattern(regexp = TaskType.PATTERN, message = TypeNames.RULE)
        String type,

        @Min(Priority.MIN) @Max(Priority.MAX) @Nullable Integer priority,

        @ObjectValue @MaxBytes(Payload.MAX_BYTES) @Nullable RawJson payload,

        @ObjectValue @MaxBytes(Requirements.MAX_BYTES) @Nullable
        RawJson compatibility,

        @Min(TaskTypePolicy.MIN_ATTEMPTS) @Max(TaskTypePolicy.MAX_ATTEMPTS) @Nullable
        Integer maxAttempts,

        @UtcTime @Nullable String runAfterUtc,

        @Min(1) @Nullable Integer ttlSeconds,

        @Size(min = 1, max = Idempotency.MAX_LENGTH) @NoControls @Nullable
        String idempotencyKey) {
    /** The wish as it is carried out, as a part of a trace where the client traces. */
    public EnqueueCommand toCommand(Optional<TraceContext> trace) {
        return new EnqueueCommand(
                new TaskType(type),
                payload == null ? Payload.EMPTY : new Payload(payload.text()),
                Requirements.compatibility(compatibility),
                Optional.ofNullable(priority).map(Priority::new),
                Optional.ofNullable(maxAttempts),
                Optional.ofNullable(runAfterUtc).flatMap(Times::parse),
                Optional.ofNullable(ttlSeconds).map(Duration::ofSeconds),
                Optional.ofNullable(idempotencyKey).map(key -> new Idempotency(key, Fingerprint.of(this))),
                trace);
    }

    /** The same wish under another key. */
    EnqueueRequest withKey(String key) {
        return new EnqueueRequest(type, priority, payload, compatibility, maxAttempts, runAfterUtc, ttlSeconds, key);
    }
}
