package io.prismq.queue.adapter.telemetry.log;

import io.prismq.queue.domain.port.Commit;
import io.prismq.queue.domain.task.Attempt;
import io.prismq.queue.domain.task.Failure;
import io.prismq.queue.domain.task.Lease;
import io.prismq.queue.domain.task.Task;
import io.prismq.queue.domain.task.TaskStatus;
import org.slf4j.Logger;
import org.slf4j.event.Level;
import org.slf4j.spi.LoggingEventBuilder;

/**
 * What the log says of one event. Neither payload nor result is known here; the reason of a failure is the worker's own
 * words, and cut.
 *
 * @param sentence one of a few: events with the same are of one kind
 */
record TaskLine(Level level, String sentence, Commit.Change change) {
    private static final int MOST_CHARACTERS = 500;

    static TaskLine of(Commit.Change change) {
        return new TaskLine(level(change), sentence(change), change);
    }

    void writeTo(Logger log) {
        Task task = change.task();
        LoggingEventBuilder line = log.atLevel(level)
                .addKeyValue("task_id", task.id().value())
                .addKeyValue("type", task.type().value());
        if (change.ended().isPresent()) {
            Attempt ended = change.ended().get();
            line = line.addKeyValue("worker", ended.worker().value()).addKeyValue("attempt", ended.number());
        } else if (task.lease() != null) {
            Lease lease = task.lease();
            line = line.addKeyValue("worker", lease.worker().value()).addKeyValue("attempt", task.attempts());
        }
        Failure failure = task.failure();
        if (failure != null && level.compareTo(Level.WARN) <= 0) {
            line = line.addKeyValue("error", cut(failure.message()));
        }
        line.log(sentence);
    }

    /** A dead task waits for a person; an attempt that failed is tried again by itself. */
    static Level level(Commit.Change change) {
        boolean isDead = change.task().status() == TaskStatus.FAILED;
        return switch (change.event()) {
            case FAIL, TIME_OUT, LEASE_EXPIRY, EXPIRE -> isDead ? Level.ERROR : Level.WARN;
            case CANCEL, RETRY -> Level.INFO;
            case ENQUEUE, CLAIM, COMPLETE, RELEASE, DELETE -> Level.DEBUG;
            case HEARTBEAT, PROGRESS, DUE -> Level.TRACE;
        };
    }

    private static String sentence(Commit.Change change) {
        String what = switch (change.event()) {
            case ENQUEUE -> "task enqueued";
            case DUE -> "task due";
            case CLAIM -> "task claimed";
            case HEARTBEAT -> "lease renewed";
            case PROGRESS -> "progress told";
            case COMPLETE -> "task completed";
            case FAIL -> "attempt failed";
            case TIME_OUT -> "attempt timed out";
            case LEASE_EXPIRY -> "lease ran out";
            case RELEASE -> "task given back";
            case EXPIRE -> "nobody claimed the task in time";
            case CANCEL -> "task cancelled";
            case RETRY -> "task sent round again";
            case DELETE -> "task deleted";
        };
        return level(change) == Level.ERROR ? what + ", and the task is dead" : what;
    }

    private static String cut(String message) {
        return message.length() <= MOST_CHARACTERS ? message : message.substring(0, MOST_CHARACTERS) + "…";
    }
}
