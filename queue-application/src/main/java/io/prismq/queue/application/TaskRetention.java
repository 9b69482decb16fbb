package io.prismq.queue.application;

import io.prismq.queue.domain.port.Clock;
import io.prismq.queue.domain.port.TaskReads;
import io.prismq.queue.domain.port.TaskStore;
import io.prismq.queue.domain.port.TaskTransaction;
import io.prismq.queue.domain.task.TaskCounts.Cell;
import io.prismq.queue.domain.task.TaskId;
import io.prismq.queue.domain.task.TaskStatus;
import io.prismq.queue.domain.task.TaskType;
import io.prismq.queue.domain.task.TaskTypePolicies;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;

/** Deletes finished tasks with all that belongs to them, in units of work so short that nobody waits for them. */
public final class TaskRetention {
    static final int BATCH = 100;

    /** Beyond it a unit ends before its batch is done: that is how long somebody who enqueues may wait for it. */
    private static final long LONGEST_NANOS = Duration.ofMillis(2).toNanos();

    private final TaskStore store;
    private final TaskTypePolicies policies;
    private final Clock clock;

    public TaskRetention(TaskStore store, TaskTypePolicies policies, Clock clock) {
        this.store = store;
        this.policies = policies;
        this.clock = clock;
    }

    /** The tasks of a type that came to a final status at a time or earlier. */
    public record Finished(TaskType type, TaskStatus status, Instant until) {
        List<TaskId> first(TaskReads reads, int limit) {
            return reads.search().finished(type, status, until, limit);
        }
    }

    /** Those that are kept no longer, by the policies of their types. */
    public List<Finished> overdue() {
        Instant now = clock.now();
        return finished(cell -> now.minus(policies.of(cell.type()).retention().of(cell.status())));
    }

    /** All that finished at the time or earlier. */
    public List<Finished> finishedBy(Instant until) {
        return finished(cell -> until);
    }

    /**
     * Deletes some of them.
     *
     * @return how many; 0 where none is left
     */
    public CompletionStage<Integer> delete(Finished finished) {
        return store.write(tx -> delete(tx, finished));
    }

    private List<Finished> finished(Function<Cell, Instant> until) {
        return store.read(reads -> reads.statistics().counts().cells().stream()
                .filter(cell -> cell.status().isFinal())
                .map(cell -> new Finished(cell.type(), cell.status(), until.apply(cell)))
                .filter(finished -> !finished.first(reads, 1).isEmpty())
                .toList());
    }

    private static int delete(TaskTransaction tx, Finished finished) {
        long begun = System.nanoTime();
        int deleted = 0;
        for (TaskId id : finished.first(tx, BATCH)) {
            tx.delete(id);
            deleted++;
            if (System.nanoTime() - begun > LONGEST_NANOS) {
                break;
            }
        }
        return deleted;
    }
}
