package io.prismq.queue.domain.task;

import static io.prismq.queue.domain.testing.Tasks.LEASE;
import static io.prismq.queue.domain.testing.Tasks.NOW;
import static io.prismq.queue.domain.testing.Tasks.OTHER_TOKEN;
import static io.prismq.queue.domain.testing.Tasks.TIMEOUT;
import static io.prismq.queue.domain.testing.Tasks.TOKEN;
import static io.prismq.queue.domain.testing.Tasks.WORKER;
import static io.prismq.queue.domain.testing.Tasks.aClaim;
import static io.prismq.queue.domain.testing.Tasks.aTask;
import static io.prismq.queue.domain.testing.Tasks.moved;
import static org.assertj.core.api.Assertions.assertThat;

import io.prismq.queue.domain.testing.Tasks;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class TaskClaimTest {
    private static final Instant LATER = NOW.plusSeconds(10);

    @Nested
    class AClaim {
        @Test
        void givesTheWorkerALeaseAndCountsTheAttempt() {
            Task claimed = moved(Tasks.in(TaskStatus.QUEUED).claim(aClaim(), LATER));

            assertThat(claimed.lease())
                    .isEqualTo(new Lease(WORKER, TOKEN, LEASE, LATER.plus(LEASE), LATER.plus(TIMEOUT), null));
            assertThat(claimed.attempts()).isEqualTo(1);
            assertThat(claimed.claimNo()).isEqualTo(1);
            assertThat(claimed.startedAt()).isEqualTo(LATER);
        }

        @Test
        void givesALeaseThatEndsWithTheAttempt() {
            Claim longer = new Claim(WORKER, TOKEN, TIMEOUT.plusMillis(1), TIMEOUT, null);

            Lease lease = moved(Tasks.in(TaskStatus.QUEUED).claim(longer, NOW)).lease();

            assertThat(lease).extracting(Lease::until).isEqualTo(NOW.plus(TIMEOUT));
            assertThat(lease).extracting(Lease::deadline).isEqualTo(NOW.plus(TIMEOUT));
        }

        @Test
        void isNamedByItsLeaseAlsoWhenThatIsRenewed() {
            ClaimId id = new ClaimId("claim-1");
            Task claimed = moved(Tasks.in(TaskStatus.QUEUED).claim(new Claim(WORKER, TOKEN, LEASE, TIMEOUT, id), NOW));

            Task beating = moved(claimed.heartbeat(TOKEN, LEASE, null, LATER));

            assertThat(claimed.lease()).extracting(Lease::claim).isEqualTo(id);
            assertThat(beating.lease()).extracting(Lease::claim).isEqualTo(id);
        }

        @Test
        void endsTheTimeToLive() {
            Task task = aTask().timeToLive(Duration.ofSeconds(10)).withId(1);

            assertThat(moved(task.claim(aClaim(), LATER.minusMillis(1))).expiresAt())
                    .isNull();
        }

        @Test
        void comesTooLateOnceTheTimeToLiveHasPassed() {
            Task task = aTask().timeToLive(Duration.ofSeconds(10)).withId(1);

            assertThat(task.claim(aClaim(), LATER)).isEqualTo(new Transition.Refused(Refusal.TOO_LATE));
        }

        @Test
        void forgetsTheProgressButNotTheFailureOfTheAttemptBefore() {
            Task claimed = Tasks.in(TaskStatus.PROCESSING);
            Task told = moved(claimed.heartbeat(TOKEN, LEASE, new Progress(50, "half"), NOW));
            Task failed = moved(told.fail(TOKEN, Failure.error("no"), Duration.ZERO, NOW));

            Task second = moved(moved(failed.due(NOW)).claim(aClaim(), LATER));

            assertThat(second.progress()).isNull();
            assertThat(second.failure()).isEqualTo(Failure.error("no"));
            assertThat(second.attempts()).isEqualTo(2);
            assertThat(second.claimNo()).isEqualTo(2);
        }
    }

    @Nested
    class Progresses {
        private final Task told =
                moved(Tasks.in(TaskStatus.PROCESSING).heartbeat(TOKEN, LEASE, new Progress(50, "half"), NOW));

        @Test
        void areForgottenWhereTheTaskGoesBack() {
            assertThat(moved(told.release(TOKEN, Duration.ZERO, NOW)).progress())
                    .isNull();
            assertThat(moved(told.fail(TOKEN, Failure.error("no"), Duration.ZERO, NOW))
                            .progress())
                    .isNull();
            assertThat(moved(told.leaseEnded(Duration.ZERO, NOW.plus(LEASE))).progress())
                    .isNull();
        }

        @Test
        void stayWhereTheTaskHasEnded() {
            assertThat(moved(told.complete(TOKEN, NOW)).progress()).isEqualTo(told.progress());
            assertThat(moved(told.fail(TOKEN, Failure.rejected("no"), Duration.ZERO, NOW))
                            .progress())
                    .isEqualTo(told.progress());
        }
    }

    @Nested
    class ARestamp {
        private final Task claimed = Tasks.in(TaskStatus.PROCESSING);

        @Test
        void countsALeaseAnewThatEndsLaterThanOneGivenNow() {
            Instant before = NOW.minusMillis(1);

            assertThat(moved(claimed.restamp(TIMEOUT, before)).lease())
                    .extracting(Lease::until)
                    .isEqualTo(before.plus(LEASE));
        }

        @Test
        void countsADeadlineAnewThatIsLaterThanOneGivenNow() {
            Instant before = NOW.minus(TIMEOUT);

            assertThat(moved(claimed.restamp(TIMEOUT, before)).lease())
                    .extracting(Lease::deadline)
                    .isEqualTo(NOW);
        }

        @Test
        void endsALeaseWithTheDeadline() {
            Duration shorter = LEASE.dividedBy(2);

            assertThat(moved(claimed.restamp(shorter, NOW)).lease())
                    .extracting(Lease::until)
                    .isEqualTo(NOW.plus(shorter));
        }

        @Test
        void prolongsNothing() {
            Task later = moved(claimed.restamp(TIMEOUT.plusHours(1), NOW.minusMillis(1)));

            assertThat(later.lease()).extracting(Lease::deadline).isEqualTo(NOW.plus(TIMEOUT));
        }

        @Test
        void leavesEveryOtherLeaseAsItIs() {
            assertThat(claimed.restamp(TIMEOUT, NOW)).isEqualTo(new Transition.Refused(Refusal.TOO_EARLY));
            assertThat(Tasks.in(TaskStatus.QUEUED).restamp(TIMEOUT, NOW))
                    .isEqualTo(new Transition.Refused(Refusal.WRONG_STATUS));
        }
    }

    @Nested
    class AHeartbeat {
        private final Task claimed = Tasks.in(TaskStatus.PROCESSING);

        @Test
        void countsTheLeaseAnew() {
            Task beating = moved(claimed.heartbeat(TOKEN, Duration.ofSeconds(7), null, LATER));

            assertThat(beating.lease())
                    .isEqualTo(new Lease(
                            WORKER, TOKEN, Duration.ofSeconds(7), LATER.plusSeconds(7), NOW.plus(TIMEOUT), null));
        }

        @Test
        void neverExtendsTheLeaseBeyondTheDeadline() {
            Task beating = moved(
                    claimed.heartbeat(TOKEN, LEASE, null, NOW.plus(TIMEOUT).minusMillis(1)));

            assertThat(beating.lease()).extracting(Lease::until).isEqualTo(NOW.plus(TIMEOUT));
        }

        @Test
        void mayComeAfterTheLeaseRanOutWhileNobodyHasTakenTheTaskOver() {
            Instant late = NOW.plus(LEASE).plusSeconds(1);

            assertThat(moved(claimed.heartbeat(TOKEN, LEASE, null, late)).lease())
                    .extracting(Lease::until)
                    .isEqualTo(late.plus(LEASE));
        }

        @Test
        void tellsTheProgress() {
            Progress half = new Progress(50, "half");

            Task told = moved(claimed.heartbeat(TOKEN, LEASE, half, NOW));

            assertThat(told.progress()).isEqualTo(half);
            assertThat(moved(told.heartbeat(TOKEN, LEASE, null, NOW)).progress())
                    .isEqualTo(half);
        }

        @Test
        void isRefusedWithAnotherToken() {
            assertThat(claimed.heartbeat(OTHER_TOKEN, LEASE, null, NOW))
                    .isEqualTo(new Transition.Refused(Refusal.LEASE_LOST));
        }
    }
}
