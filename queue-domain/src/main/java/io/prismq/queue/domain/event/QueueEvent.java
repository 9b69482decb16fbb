package io.prismq.queue.domain.event;

import io.prismq.queue.domain.audit.By;
import io.prismq.queue.domain.task.Attempt;
import io.prismq.queue.domain.task.Failure;
import io.prismq.queue.domain.task.FailureKind;
import io.prismq.queue.domain.task.Progress;
import io.prismq.queue.domain.task.Task;
import io.prismq.queue.domain.task.TaskEvent;
import io.prismq.queue.domain.task.TaskId;
import io.prismq.queue.domain.task.TaskStatus;
import io.prismq.queue.domain.task.TaskType;
import io.prismq.queue.domain.task.WorkerId;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened to a task, as the event log keeps it.
 *
 * @param id rises in the order of commits, may skip, and never comes twice; from 1
 * @param status the task's afterwards; where it was deleted, its last one
 * @param attempt the number of the attempt that began, went on or ended; otherwise that of the latest, 0 before the first
 * @param worker whose attempt began, went on or ended
 * @param progress what a worker told
 * @param failure why the attempt, or the task, failed by this event
 * @param by who asked for it, where he is {@link By#isNamed() named}
 */
public record QueueEvent(
        long id,
        Instant at,
        TaskEvent what,
        TaskId task,
        TaskType type,
        TaskStatus status,
        int attempt,
        @Nullable WorkerId worker,
        @Nullable Progress progress,
        @Nullable FailureKind failure,
        @Nullable By by) {

    /**
     * What the log keeps of an event.
     *
     * @param task as it was left
     * @param ended the attempt that ended with it
     * @param by who asked for the unit of work in which it happened
     */
    public static QueueEvent of(
            long id, Instant at, TaskEvent what, Task task, Optional<Attempt> ended, @Nullable By by) {
        Optional<Attempt> concerned = ended.or(task::attempt);
        Failure failure = task.failure();
        return new QueueEvent(
                id,
                at,
                what,
                task.id(),
                task.type(),
                task.status(),
                concerned.map(Attempt::number).orElse(task.attempts()),
                concerned.map(Attempt::worker).orElse(null),
                what == TaskEvent.PROGRESS ? task.progress() : null,
                what.isFailure() && failure != null ? failure.kind() : null,
                what.isAskedFor() ? by : null);
    }
}
