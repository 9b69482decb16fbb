package io.prismq.queue.adapter.sqlite.rows;

import io.prismq.queue.domain.task.AttemptOutcome;
import io.prismq.queue.domain.task.FailureKind;
import io.prismq.queue.domain.task.LogLevel;
import io.prismq.queue.domain.task.TaskEvent;
import io.prismq.queue.domain.task.TaskStatus;
import java.util.List;

/** The small integers that stand for words in the database. They are stored: an entry may be added, never moved. */
public final class Codes {
    public static final List<TaskStatus> STATUSES = List.of(
            TaskStatus.SCHEDULED,
            TaskStatus.QUEUED,
            TaskStatus.PROCESSING,
            TaskStatus.COMPLETED,
            TaskStatus.FAILED,
            TaskStatus.CANCELLED);

    private static final List<FailureKind> FAILURES = List.of(
            FailureKind.ERROR,
            FailureKind.REJECTED,
            FailureKind.TIMEOUT,
            FailureKind.LEASE_EXPIRED,
            FailureKind.EXPIRED);

    private static final List<AttemptOutcome> OUTCOMES = List.of(
            AttemptOutcome.COMPLETED,
            AttemptOutcome.FAILED,
            AttemptOutcome.REJECTED,
            AttemptOutcome.TIMEOUT,
            AttemptOutcome.LEASE_EXPIRED,
            AttemptOutcome.RELEASED,
            AttemptOutcome.CANCELLED);

    private static final List<LogLevel> LEVELS = List.of(LogLevel.DEBUG, LogLevel.INFO, LogLevel.WARN, LogLevel.ERROR);

    private static final List<TaskEvent> EVENTS = List.of(
            TaskEvent.ENQUEUE,
            TaskEvent.DUE,
            TaskEvent.CLAIM,
            TaskEvent.HEARTBEAT,
            TaskEvent.PROGRESS,
            TaskEvent.COMPLETE,
            TaskEvent.FAIL,
            TaskEvent.TIME_OUT,
            TaskEvent.LEASE_EXPIRY,
            TaskEvent.RELEASE,
            TaskEvent.EXPIRE,
            TaskEvent.CANCEL,
            TaskEvent.RETRY,
            TaskEvent.DELETE);

    private Codes() {}

    public static long of(TaskStatus status) {
        return STATUSES.indexOf(status);
    }

    public static TaskStatus status(long code) {
        return STATUSES.get(Math.toIntExact(code));
    }

    public static long of(FailureKind kind) {
        return FAILURES.indexOf(kind);
    }

    public static FailureKind failure(long code) {
        return FAILURES.get(Math.toIntExact(code));
    }

    public static long of(AttemptOutcome outcome) {
        return OUTCOMES.indexOf(outcome);
    }

    public static AttemptOutcome outcome(long code) {
        return OUTCOMES.get(Math.toIntExact(code));
    }

    public static long of(TaskEvent event) {
        return EVENTS.indexOf(event);
    }

    public static TaskEvent event(long code) {
        return EVENTS.get(Math.toIntExact(code));
    }

    public static long of(LogLevel level) {
        return LEVELS.indexOf(level);
    }

    public static LogLevel level(long code) {
        return LEVELS.get(Math.toIntExact(code));
    }
}
