package io.prismq.queue.adapter.http.task;

import io.prismq.queue.adapter.http.json.RawJson;
import io.prismq.queue.domain.task.Failure;
import io.prismq.queue.domain.task.Idempotency;
import io.prismq.queue.domain.task.Lease;
import io.prismq.queue.domain.task.Progress;
import io.prismq.queue.domain.task.Result;
import io.prismq.queue.domain.task.StoredTask;
import io.prismq.queue.domain.task.Task;
import io.prismq.queue.domain.task.TaskSpec;
import java.time.Instant;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A task as readers see it: everything but the token of its lease. */
public record TaskBody(
        long taskId,
        String type,
        String status,
        int priority,
        int attempts,
        int maxAttempts,
        RawJson payload,
        RawJson compatibility,
        @Nullable RawJson result,
        @Nullable ProgressBody progress,
        @Nullable String errorMessage,
        @Nullable String failureKind,
        @Nullable String idempotencyKey,
        Instant createdAtUtc,
        Instant runAfterUtc,
        @Nullable Instant processingStartedUtc,
        @Nullable Instant finishedAtUtc,
        @Nullable Instant leaseUntilUtc,
        @Nullable Instant attemptDeadlineUtc,
        @Nullable String lockedBy) {

    public static TaskBody from(StoredTask stored) {
        Task task = stored.task();
        TaskSpec spec = task.spec();
        return new TaskBody(
                task.id().value(),
                spec.type().value(),
                task.status().word(),
                spec.priority().value(),
                task.attempts(),
                spec.maxAttempts(),
                new RawJson(stored.payload().json()),
                new RawJson(spec.compatibility().json()),
                map(stored.result(), (Result result) -> new RawJson(result.json())),
                map(task.progress(), (Progress progress) -> ProgressBody.from(progress)),
                map(task.failure(), Failure::message),
                map(task.failure(), (Failure failure) -> failure.kind().word()),
                map(spec.idempotency(), Idempotency::key),
                task.createdAt(),
                task.runAfter(),
                task.startedAt(),
                task.finishedAt(),
                map(task.lease(), Lease::until),
                map(task.lease(), Lease::deadline),
                map(task.lease(), (Lease lease) -> lease.worker().value()));
    }

    /** The same but for the time that each heartbeat moves. */
    public TaskBody withoutLeaseTime() {
        return new TaskBody(
                taskId,
                type,
                status,
                priority,
                attempts,
                maxAttempts,
                payload,
                compatibility,
                result,
                progress,
                errorMessage,
                failureKind,
                idempotencyKey,
                createdAtUtc,
                runAfterUtc,
                processingStartedUtc,
                finishedAtUtc,
                null,
                attemptDeadlineUtc,
                lockedBy);
    }

    private static <T, R> @Nullable R map(@Nullable T value, Function<T, R> toR) {
        return value == null ? null : toR.apply(value);
    }
}
