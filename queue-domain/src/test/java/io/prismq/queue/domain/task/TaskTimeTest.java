package io.prismq.queue.domain.task;

import static io.prismq.queue.domain.testing.Tasks.LEASE;
import static io.prismq.queue.domain.testing.Tasks.NOW;
import static io.prismq.queue.domain.testing.Tasks.TIMEOUT;
import static io.prismq.queue.domain.testing.Tasks.TOKEN;
import static io.prismq.queue.domain.testing.Tasks.aTask;
import static io.prismq.queue.domain.testing.Tasks.moved;
import static org.assertj.core.api.Assertions.assertThat;

import io.prismq.queue.domain.testing.Tasks;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class TaskTimeTest {
    private static final Transition TOO_EARLY = new Transition.Refused(Refusal.TOO_EARLY);
    private static final Duration DELAY = Duration.ofSeconds(3);

    @Nested
    class TheScheduledTime {
        private final Task scheduled = aTask().delay(DELAY).withId(1);

        @Test
        void queuesTheTaskFromItsVeryMillisecond() {
            assertThat(scheduled.due(NOW.plus(DELAY).minusMillis(1))).isEqualTo(TOO_EARLY);
            assertThat(moved(scheduled.due(NOW.plus(DELAY))).status()).isEqualTo(TaskStatus.QUEUED);
        }

        @Test
        void isNowWhereItIsNotInTheFuture() {
            assertThat(aTask().delay(DELAY.negated()).withId(1).status()).isEqualTo(TaskStatus.QUEUED);
            assertThat(aTask().delay(Duration.ofMillis(1)).withId(1).status()).isEqualTo(TaskStatus.SCHEDULED);
        }
    }

    @Nested
    class TheTimeToLive {
        private final Task queued = aTask().timeToLive(DELAY).withId(1);

        @Test
        void failsTheTaskFromItsVeryMillisecond() {
            assertThat(queued.expire(NOW.plus(DELAY).minusMillis(1))).isEqualTo(TOO_EARLY);

            Task failed = moved(queued.expire(NOW.plus(DELAY)));

            assertThat(failed.status()).isEqualTo(TaskStatus.FAILED);
            assertThat(failed.failure())
                    .isEqualTo(new Failure(FailureKind.EXPIRED, "nobody claimed the task before 2026-01-01T00:00:03Z"));
            assertThat(failed.finishedAt()).isEqualTo(NOW.plus(DELAY));
            assertThat(failed.expiresAt()).isNull();
        }

        @Test
        void mayBeForEver() {
            assertThat(Tasks.in(TaskStatus.QUEUED).expire(Instant.MAX)).isEqualTo(TOO_EARLY);
        }

        @Test
        void countsNoMoreOnceTheTaskWasClaimed() {
            Task claimed = moved(queued.claim(Tasks.aClaim(), NOW));
            Task released = moved(claimed.release(TOKEN, Duration.ZERO, NOW));

            assertThat(released.expire(NOW.plus(DELAY))).isEqualTo(TOO_EARLY);
        }
    }

    @Nested
    class TheEndOfALease {
        private final Task claimed = Tasks.in(TaskStatus.PROCESSING);

        @Test
        void comesNoEarlierThanTheLeaseSays() {
            assertThat(claimed.leaseEnded(DELAY, NOW.plus(LEASE).minusMillis(1)))
                    .isEqualTo(TOO_EARLY);
        }

        @Test
        void queuesTheTaskAtOnceAndConsumesTheAttempt() {
            Task returned = moved(claimed.leaseEnded(DELAY, NOW.plus(LEASE)));

            assertThat(returned.status()).isEqualTo(TaskStatus.QUEUED);
            assertThat(returned.attempts()).isEqualTo(1);
            assertThat(returned.runAfter()).isEqualTo(NOW.plus(LEASE));
            assertThat(returned.failure())
                    .isEqualTo(new Failure(
                            FailureKind.LEASE_EXPIRED,
                            "worker worker-1 let its lease run out at 2026-01-01T00:00:30Z"));
        }

        @Test
        void isATimeOutOnceTheDeadlineHasPassed() {
            Task late = moved(claimed.leaseEnded(DELAY, NOW.plus(TIMEOUT)));

            assertThat(late.status()).isEqualTo(TaskStatus.SCHEDULED);
            assertThat(late.runAfter()).isEqualTo(NOW.plus(TIMEOUT).plus(DELAY));
            assertThat(late.failure())
                    .isEqualTo(new Failure(
                            FailureKind.TIMEOUT, "attempt 1 did not end by its deadline 2026-01-01T01:00:00Z"));
        }

        @Test
        void endsTheTaskWithItsLastAttempt() {
            Task last = Tasks.bring(aTask().maxAttempts(1).withId(1), TaskStatus.PROCESSING);

            assertThat(moved(last.leaseEnded(DELAY, NOW.plus(LEASE))).status()).isEqualTo(TaskStatus.FAILED);
            assertThat(moved(last.leaseEnded(DELAY, NOW.plus(TIMEOUT))).status())
                    .isEqualTo(TaskStatus.FAILED);
        }
    }

    @Nested
    class ACancel {
        @Test
        void endsTheTaskAndItsLease() {
            Task cancelled = moved(Tasks.in(TaskStatus.PROCESSING).cancel(NOW.plus(DELAY)));

            assertThat(cancelled.finishedAt()).isEqualTo(NOW.plus(DELAY));
            assertThat(cancelled.lease()).isNull();
        }

        @Test
        void endsTheTimeToLive() {
            Task task = aTask().timeToLive(DELAY).withId(1);

            assertThat(moved(task.cancel(NOW)).expiresAt()).isNull();
        }
    }

    @Nested
    class ARetry {
        @Test
        void startsTheAttemptsAgainButKeepsTheClaimsCounted() {
            Task failed = Tasks.bring(aTask().idempotencyKey("key").withId(1), TaskStatus.FAILED);

            Task retried = moved(failed.retry(NOW.plus(DELAY)));

            Task fresh = aTask().idempotencyKey("key").withId(1);
            assertThat(retried)
                    .usingRecursiveComparison()
                    .ignoringFields("claimNo", "runAfter")
                    .isEqualTo(fresh);
            assertThat(retried.claimNo()).isEqualTo(1);
            assertThat(retried.runAfter()).isEqualTo(NOW.plus(DELAY));
        }
    }
}
