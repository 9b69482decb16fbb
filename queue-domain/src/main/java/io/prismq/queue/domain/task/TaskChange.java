package io.prismq.queue.domain.task;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A task on its way through one event: a mutable copy that ends as a new task, where the lifecycle allows it. */
final class TaskChange {
    private final Task before;
    private final TaskEvent event;
    private int attempts;
    private long claimNo;
    private Instant runAfter;
    private @Nullable Instant expiresAt;
    private @Nullable Instant startedAt;
    private @Nullable Instant finishedAt;
    private @Nullable Lease lease;
    private @Nullable Progress progress;
    private @Nullable Failure failure;
    private @Nullable AttemptOutcome outcome;
    private @Nullable String message;
    private @Nullable Instant endedAt;

    TaskChange(Task before, TaskEvent event) {
        this.before = before;
        this.event = event;
        this.attempts = before.attempts();
        this.claimNo = before.claimNo();
        this.runAfter = before.runAfter();
        this.expiresAt = before.expiresAt();
        this.startedAt = before.startedAt();
        this.finishedAt = before.finishedAt();
        this.lease = before.lease();
        this.progress = before.progress();
        this.failure = before.failure();
    }

    TaskChange attempts(int value) {
        attempts = value;
        return this;
    }

    TaskChange claimNo(long value) {
        claimNo = value;
        return this;
    }

    TaskChange runAfter(Instant value) {
        runAfter = value;
        return this;
    }

    TaskChange expiresAt(@Nullable Instant value) {
        expiresAt = value;
        return this;
    }

    TaskChange startedAt(@Nullable Instant value) {
        startedAt = value;
        return this;
    }

    TaskChange finishedAt(@Nullable Instant value) {
        finishedAt = value;
        return this;
    }

    TaskChange lease(Lease value) {
        lease = value;
        return this;
    }

    TaskChange progress(@Nullable Progress value) {
        progress = value;
        return this;
    }

    TaskChange failure(@Nullable Failure value) {
        failure = value;
        return this;
    }

    /** Takes the lease away where there is one. */
    TaskChange endAttempt(AttemptOutcome how, @Nullable String why, Instant now) {
        lease = null;
        outcome = how;
        message = why;
        endedAt = now;
        return this;
    }

    /** Back among those that wait: what an attempt told of its progress is over. */
    Transition waiting(TaskStatus next, Instant from) {
        return progress(null).runAfter(from).to(next);
    }

    Transition finished(TaskStatus last, Instant now) {
        return expiresAt(null).finishedAt(now).to(last);
    }

    Transition to(TaskStatus after) {
        if (!Lifecycle.accepts(before.status(), event)) {
            return new Transition.Refused(Refusal.WRONG_STATUS);
        }
        if (!Lifecycle.allows(before.status(), event, after)) {
            throw new IllegalStateException(
                    "the lifecycle has no %s from %s to %s".formatted(event, before.status(), after));
        }
        Task changed = new Task(
                before.id(),
                before.spec(),
                after,
                attempts,
                claimNo,
                before.version(),
                before.createdAt(),
                runAfter,
                expiresAt,
                startedAt,
                finishedAt,
                lease,
                progress,
                failure);
        return new Transition.Moved(before, changed, event, ended(after));
    }

    private Optional<Attempt> ended(TaskStatus after) {
        AttemptOutcome how = outcome;
        Instant at = endedAt;
        return how == null || at == null
                ? Optional.empty()
                : before.attempt().map(running -> running.ended(new Attempt.End(how, after, at, message)));
    }
}
