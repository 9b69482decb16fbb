package io.prismq.queue.application;

import io.prismq.queue.domain.port.TaskTransaction;
import io.prismq.queue.domain.task.AttemptOutcome;
import io.prismq.queue.domain.task.Failure;
import io.prismq.queue.domain.task.LeaseToken;
import io.prismq.queue.domain.task.LogEntry;
import io.prismq.queue.domain.task.LogLevel;
import io.prismq.queue.domain.task.Progress;
import io.prismq.queue.domain.task.Result;
import io.prismq.queue.domain.task.Task;
import io.prismq.queue.domain.task.TaskId;
import io.prismq.queue.domain.task.Transition;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * What a worker says about a task that it holds. Fenced by the token: whoever has lost the lease changes nothing, and
 * saying the same again is safe.
 */
public record Settlement(TaskId id, LeaseToken token, Word word) {
    /** What is said, and what it does. */
    public sealed interface Word {
        /** What it makes of the task. */
        Transition apply(Task task, LeaseToken token, Supplier<Duration> backoff, Instant now);

        /** Stores what came with it, once it has happened. */
        default void keep(TaskTransaction tx, TaskId id) {}

        /** Whether an attempt that ended so was ended by the same word, or answers it. */
        boolean isAnsweredBy(AttemptOutcome outcome);

        /** What it keeps in memory until it is stored, in bytes, roughly. */
        default long heldBytes() {
            return 0;
        }
    }

    /** The work is done. */
    public record Complete(Optional<Result> result) implements Word {
        @Override
        public Transition apply(Task task, LeaseToken token, Supplier<Duration> backoff, Instant now) {
            return task.complete(token, now);
        }

        @Override
        public void keep(TaskTransaction tx, TaskId id) {
            result.ifPresent(kept -> tx.saveResult(id, kept));
        }

        @Override
        public boolean isAnsweredBy(AttemptOutcome outcome) {
            return outcome == AttemptOutcome.COMPLETED;
        }

        @Override
        public long heldBytes() {
            return result.map(kept -> (long) kept.json().length()).orElse(0L);
        }
    }

    /**
     * The attempt failed: the task is retried after a delay, or fails for good.
     *
     * @param details more for the task's log, as a JSON text
     * @param delay the worker's own choice, not negative; empty means the backoff of the task's type
     */
    public record Fail(Failure why, Optional<String> details, Optional<Duration> delay) implements Word {
        @Override
        public Transition apply(Task task, LeaseToken token, Supplier<Duration> backoff, Instant now) {
            return task.fail(token, why, delay.orElseGet(backoff), now);
        }

        @Override
        public void keep(TaskTransaction tx, TaskId id) {
            details.ifPresent(more ->
                    tx.history().append(id, List.of(new LogEntry(tx.now(), LogLevel.ERROR, why.message(), more))));
        }

        @Override
        public boolean isAnsweredBy(AttemptOutcome outcome) {
            return outcome == AttemptOutcome.FAILED || outcome == AttemptOutcome.REJECTED;
        }

        @Override
        public long heldBytes() {
            return details.map(more -> (long) more.length()).orElse(0L);
        }
    }

    /**
     * The worker gives the task back unharmed.
     *
     * @param delay how long nobody is to claim it; not negative
     */
    public record Release(Duration delay) implements Word {
        @Override
        public Transition apply(Task task, LeaseToken token, Supplier<Duration> backoff, Instant now) {
            return task.release(token, delay, now);
        }

        @Override
        public boolean isAnsweredBy(AttemptOutcome outcome) {
            return outcome == AttemptOutcome.RELEASED;
        }
    }

    /**
     * The worker is alive: its lease is counted anew.
     *
     * @param leaseLength positive; empty means as long as before
     */
    public record Heartbeat(Optional<Duration> leaseLength, Optional<Progress> progress, List<LogEntry> log)
            implements Word {
        /** A sign of life with nothing to say. */
        public static final Heartbeat PLAIN = new Heartbeat(Optional.empty(), Optional.empty(), List.of());

        public Heartbeat {
            log = List.copyOf(log);
        }

        @Override
        public Transition apply(Task task, LeaseToken token, Supplier<Duration> backoff, Instant now) {
            Duration before =
                    task.lease() == null ? Duration.ZERO : task.lease().length();
            return task.heartbeat(token, leaseLength.orElse(before), progress.orElse(null), now);
        }

        @Override
        public void keep(TaskTransaction tx, TaskId id) {
            if (!log.isEmpty()) {
                tx.history().append(id, log);
            }
        }

        /** Not how it ended, but that the worker need not go on. */
        @Override
        public boolean isAnsweredBy(AttemptOutcome outcome) {
            return outcome == AttemptOutcome.CANCELLED;
        }

        @Override
        public long heldBytes() {
            return log.stream().mapToLong(entry -> entry.message().length()).sum();
        }
    }
}
