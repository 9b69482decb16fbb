package io.prismq.queue.adapter.http.dashboard.view;

import io.prismq.queue.domain.task.Failure;
import io.prismq.queue.domain.task.Lease;
import io.prismq.queue.domain.task.Progress;
import io.prismq.queue.domain.task.Task;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A task in a list.
 *
 * @param attempts of how many, such as {@code 2/5}
 * @param since when it came to its status; where it is scheduled, when it may run
 * @param note what there is to say about its status: who runs it, or why it failed
 * @param percent of what runs; null where nothing is told
 */
public record TaskRow(
        long id,
        String type,
        String status,
        int priority,
        String attempts,
        Moment created,
        Moment since,
        String note,
        @Nullable Integer percent) {
    private static final int NOTE_LENGTH = 200;

    public static TaskRow of(Task task, Instant now) {
        Progress progress = task.progress();
        return new TaskRow(
                task.id().value(),
                task.type().value(),
                task.status().word(),
                task.spec().priority().value(),
                task.attempts() + "/" + task.spec().maxAttempts(),
                Moment.of(task.createdAt(), now),
                Moment.of(since(task), now),
                note(task),
                task.lease() == null || progress == null ? null : progress.percent());
    }

    private static Instant since(Task task) {
        return switch (task.status()) {
            case SCHEDULED, QUEUED -> task.runAfter();
            case PROCESSING -> Objects.requireNonNullElse(task.startedAt(), task.createdAt());
            case COMPLETED, FAILED, CANCELLED -> Objects.requireNonNullElse(task.finishedAt(), task.createdAt());
        };
    }

    private static String note(Task task) {
        Lease lease = task.lease();
        Failure failure = task.failure();
        if (lease != null) {
            return lease.worker().value();
        }
        return Excerpt.of(failure == null ? "" : failure.message(), NOTE_LENGTH).text();
    }
}
