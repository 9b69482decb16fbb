package io.prismq.queue.domain.testing;

import io.prismq.queue.domain.port.Timer;
import io.prismq.queue.domain.task.Idempotency;
import io.prismq.queue.domain.task.Lease;
import io.prismq.queue.domain.task.Task;
import io.prismq.queue.domain.task.TaskId;
import io.prismq.queue.domain.task.TaskStatus;
import io.prismq.queue.domain.task.TaskType;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/** The orders that questions are asked in, so that no answer looks at every task. */
final class TaskIndexes {
    /** The tasks of one type in one status. */
    record Cell(TaskType type, TaskStatus status) {}

    final Groups<Cell, TaskId> cells = new Groups<>();
    final Groups<Lane, Place<Integer>> queued = new Groups<>();
    final Groups<Lane, TaskId> waiting = new Groups<>();
    final Groups<Timer, Place<Instant>> timers = new Groups<>();
    final Groups<TaskType, Place<Instant>> oldest = new Groups<>();
    final Groups<Cell, Place<Instant>> finished = new Groups<>();
    /** In the order of code points, which is that of their UTF-8. */
    final NavigableMap<String, TaskId> keys =
            new TreeMap<>(Comparator.comparing((String key) -> key.codePoints().toArray(), Arrays::compare));

    void add(Task task) {
        cells.add(cell(task), task.id());
        if (task.finishedAt() != null) {
            finished.add(cell(task), place(task, task.finishedAt()));
        }
        if (task.status() == TaskStatus.QUEUED) {
            oldest.add(task.type(), place(task, task.createdAt()));
            queued.add(Lane.of(task.spec()), place(task, task.spec().priority().value()));
            waiting.add(Lane.of(task.spec()), task.id());
        }
        for (Timer timer : Timer.values()) {
            time(task, timer).ifPresent(at -> timers.add(timer, place(task, at)));
        }
        Idempotency idempotency = task.spec().idempotency();
        if (idempotency != null) {
            keys.put(idempotency.key(), task.id());
        }
    }

    void remove(Task task) {
        cells.remove(cell(task), task.id());
        if (task.finishedAt() != null) {
            finished.remove(cell(task), place(task, task.finishedAt()));
        }
        oldest.remove(task.type(), place(task, task.createdAt()));
        queued.remove(Lane.of(task.spec()), place(task, task.spec().priority().value()));
        waiting.remove(Lane.of(task.spec()), task.id());
        for (Timer timer : Timer.values()) {
            time(task, timer).ifPresent(at -> timers.remove(timer, place(task, at)));
        }
        Idempotency idempotency = task.spec().idempotency();
        if (idempotency != null) {
            keys.remove(idempotency.key());
        }
    }

    private static Cell cell(Task task) {
        return new Cell(task.type(), task.status());
    }

    private static <R extends Comparable<R>> Place<R> place(Task task, R rank) {
        return new Place<>(rank, task.id());
    }

    private static Optional<Instant> time(Task task, Timer timer) {
        return switch (timer) {
            case DUE -> Optional.of(task.runAfter()).filter(at -> task.status() == TaskStatus.SCHEDULED);
            case LEASE -> Optional.ofNullable(task.lease()).map(Lease::until);
            case EXPIRY -> Optional.ofNullable(task.expiresAt());
        };
    }
}
