package io.prismq.queue.domain.task;

import static io.prismq.queue.domain.task.TaskStatus.CANCELLED;
import static io.prismq.queue.domain.task.TaskStatus.COMPLETED;
import static io.prismq.queue.domain.task.TaskStatus.FAILED;
import static io.prismq.queue.domain.task.TaskStatus.PROCESSING;
import static io.prismq.queue.domain.task.TaskStatus.QUEUED;
import static io.prismq.queue.domain.task.TaskStatus.SCHEDULED;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The hot state of a task. Payload and result travel beside it.
 *
 * <p>Each transition of the lifecycle is a method that takes the time and returns the task afterwards, or a refusal;
 * which transitions are legal is decided by {@link Lifecycle} alone.
 *
 * @param attempts claims that counted since the enqueue or the last retry by an operator
 * @param claimNo claims in all; never goes back
 * @param version raised by the store with each save
 * @param runAfter not claimed before
 * @param expiresAt when the task fails if nobody has claimed it; null once claimed, or if it may wait for ever
 * @param startedAt when the latest attempt began
 * @param lease present exactly while processing
 * @param progress of the attempt that runs, or of the last one once the task is final
 * @param failure the latest one; null once completed
 */
public record Task(
        TaskId id,
        TaskSpec spec,
        TaskStatus status,
        int attempts,
        long claimNo,
        long version,
        Instant createdAt,
        Instant runAfter,
        @Nullable Instant expiresAt,
        @Nullable Instant startedAt,
        @Nullable Instant finishedAt,
        @Nullable Lease lease,
        @Nullable Progress progress,
        @Nullable Failure failure) {

    public Task {
        if ((lease != null) != (status == PROCESSING)) {
            throw new IllegalArgumentException("a task has a lease exactly while it is processing");
        }
    }

    public TaskType type() {
        return spec.type();
    }

    /** The task as a store keeps it when it saves it: with its version raised by one. */
    public Task saved() {
        return new Task(
                id,
                spec,
                status,
                attempts,
                claimNo,
                version + 1,
                createdAt,
                runAfter,
                expiresAt,
                startedAt,
                finishedAt,
                lease,
                progress,
                failure);
    }

    /** The scheduled time has come. */
    public Transition due(Instant now) {
        if (Lifecycle.accepts(status, TaskEvent.DUE) && now.isBefore(runAfter)) {
            return new Transition.Refused(Refusal.TOO_EARLY);
        }
        return change(TaskEvent.DUE).to(QUEUED);
    }

    /** A worker takes the task. The claim counts as an attempt. */
    public Transition claim(Claim claim, Instant now) {
        if (Lifecycle.accepts(status, TaskEvent.CLAIM) && expiresAt != null && !now.isBefore(expiresAt)) {
            return new Transition.Refused(Refusal.TOO_LATE);
        }
        return change(TaskEvent.CLAIM)
                .attempts(attempts + 1)
                .claimNo(claimNo + 1)
                .expiresAt(null)
                .startedAt(now)
                .lease(Lease.begin(claim, now))
                .progress(null)
                .to(PROCESSING);
    }

    /** The holder is alive: its lease is counted anew, but never beyond the attempt's deadline. */
    public Transition heartbeat(LeaseToken token, Duration length, @Nullable Progress told, Instant now) {
        if (lease == null || !holds(token)) {
            return withoutLease();
        }
        boolean isNews = told != null && !told.equals(progress);
        return change(isNews ? TaskEvent.PROGRESS : TaskEvent.HEARTBEAT)
                .lease(lease.renewed(length, now))
                .progress(told == null ? progress : told)
                .to(PROCESSING);
    }

    /**
     * The clock was set back since the task was claimed: its lease and the deadline of its attempt are counted anew from
     * now where they end later than those of a claim now, so that a holder that is gone, or a handler that hangs, does not
     * keep the task for the length of the jump.
     *
     * @param attemptTimeout of an attempt that began now; positive
     */
    public Transition restamp(Duration attemptTimeout, Instant now) {
        if (lease == null) {
            return new Transition.Refused(Refusal.WRONG_STATUS);
        }
        Lease restamped = lease.restamped(attemptTimeout, now);
        if (restamped.equals(lease)) {
            return new Transition.Refused(Refusal.TOO_EARLY);
        }
        return change(TaskEvent.HEARTBEAT).lease(restamped).to(PROCESSING);
    }

    /** The holder is done. */
    public Transition complete(LeaseToken token, Instant now) {
        if (!holds(token)) {
            return withoutLease();
        }
        return change(TaskEvent.COMPLETE)
                .endAttempt(AttemptOutcome.COMPLETED, null, now)
                .failure(null)
                .finished(COMPLETED, now);
    }

    /**
     * The holder failed. The task returns after the delay, or is dead when no attempt is left or none can help.
     *
     * @param delay not negative
     */
    public Transition fail(LeaseToken token, Failure why, Duration delay, Instant now) {
        if (!holds(token)) {
            return withoutLease();
        }
        return attemptFailed(TaskEvent.FAIL, why, SCHEDULED, delay, now);
    }

    /**
     * The lease ran out: a time-out when the attempt's deadline passed with it, otherwise the worker is taken for dead
     * and the task returns at once.
     *
     * @param delay the backoff after a time-out; not negative
     */
    public Transition leaseEnded(Duration delay, Instant now) {
        if (lease == null) {
            return new Transition.Refused(Refusal.WRONG_STATUS);
        }
        if (now.isBefore(lease.until())) {
            return new Transition.Refused(Refusal.TOO_EARLY);
        }
        if (!now.isBefore(lease.deadline())) {
            Failure timeout = new Failure(
                    FailureKind.TIMEOUT,
                    "attempt %d did not end by its deadline %s".formatted(attempts, lease.deadline()));
            return attemptFailed(TaskEvent.TIME_OUT, timeout, SCHEDULED, delay, now);
        }
        Failure expired = new Failure(
                FailureKind.LEASE_EXPIRED,
                "worker %s let its lease run out at %s".formatted(lease.worker(), lease.until()));
        return attemptFailed(TaskEvent.LEASE_EXPIRY, expired, QUEUED, Duration.ZERO, now);
    }

    /**
     * The holder gives the task back unharmed: the attempt does not count.
     *
     * @param delay not negative
     */
    public Transition release(LeaseToken token, Duration delay, Instant now) {
        if (!holds(token)) {
            return withoutLease();
        }
        return change(TaskEvent.RELEASE)
                .endAttempt(AttemptOutcome.RELEASED, null, now)
                .attempts(attempts - 1)
                .waiting(delay.isZero() ? QUEUED : SCHEDULED, now.plus(delay));
    }

    /** Nobody claimed the task within its time to live. */
    public Transition expire(Instant now) {
        if (Lifecycle.accepts(status, TaskEvent.EXPIRE) && (expiresAt == null || now.isBefore(expiresAt))) {
            return new Transition.Refused(Refusal.TOO_EARLY);
        }
        return change(TaskEvent.EXPIRE)
                .failure(new Failure(FailureKind.EXPIRED, "nobody claimed the task before " + expiresAt))
                .finished(FAILED, now);
    }

    /** A client or an operator stops the task, wherever it stands. */
    public Transition cancel(Instant now) {
        return change(TaskEvent.CANCEL)
                .endAttempt(AttemptOutcome.CANCELLED, null, now)
                .finished(CANCELLED, now);
    }

    /** An operator sends the task round again, with all its attempts. */
    public Transition retry(Instant now) {
        return change(TaskEvent.RETRY)
                .attempts(0)
                .expiresAt(null)
                .startedAt(null)
                .finishedAt(null)
                .failure(null)
                .waiting(QUEUED, now);
    }

    /** The attempt that runs, if one does. */
    public Optional<Attempt> attempt() {
        return lease == null || startedAt == null
                ? Optional.empty()
                : Optional.of(new Attempt(id, claimNo, attempts, lease.worker(), lease.token(), startedAt, null));
    }

    /** Whether the task may be removed for good. */
    public boolean isDeletable() {
        return Lifecycle.allows(status, TaskEvent.DELETE, null);
    }

    private Transition attemptFailed(TaskEvent event, Failure why, TaskStatus next, Duration delay, Instant now) {
        TaskChange change = change(event)
                .endAttempt(AttemptOutcome.of(why.kind()), why.message(), now)
                .failure(why);
        return why.kind() == FailureKind.REJECTED || attempts >= spec.maxAttempts()
                ? change.finished(FAILED, now)
                : change.waiting(next, now.plus(delay));
    }

    private boolean holds(LeaseToken token) {
        return lease != null && lease.token().equals(token);
    }

    private Transition withoutLease() {
        return new Transition.Refused(Refusal.LEASE_LOST);
    }

    private TaskChange change(TaskEvent event) {
        return new TaskChange(this, event);
    }
}
