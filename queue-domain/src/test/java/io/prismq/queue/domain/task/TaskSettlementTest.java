package io.prismq.queue.domain.task;

import static io.prismq.queue.domain.testing.Tasks.LEASE;
import static io.prismq.queue.domain.testing.Tasks.NOW;
import static io.prismq.queue.domain.testing.Tasks.OTHER_TOKEN;
import static io.prismq.queue.domain.testing.Tasks.TOKEN;
import static io.prismq.queue.domain.testing.Tasks.aTask;
import static io.prismq.queue.domain.testing.Tasks.moved;
import static org.assertj.core.api.Assertions.assertThat;

import io.prismq.queue.domain.testing.Tasks;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class TaskSettlementTest {
    private static final Duration DELAY = Duration.ofSeconds(3);
    private static final Instant LATER = NOW.plusSeconds(10);

    private final Task claimed = Tasks.in(TaskStatus.PROCESSING);

    @Nested
    class Completing {
        @Test
        void endsTheTask() {
            Task completed = moved(claimed.complete(TOKEN, LATER));

            assertThat(completed.finishedAt()).isEqualTo(LATER);
            assertThat(completed.lease()).isNull();
            assertThat(completed.attempts()).isEqualTo(1);
        }

        @Test
        void forgetsTheFailureOfAnEarlierAttempt() {
            Task failed = moved(claimed.fail(TOKEN, Failure.error("no"), Duration.ZERO, NOW));
            Task again = moved(moved(failed.due(NOW)).claim(Tasks.aClaim(), NOW));

            assertThat(moved(again.complete(TOKEN, LATER)).failure()).isNull();
        }

        @Test
        void succeedsAfterTheLeaseRanOutWhileNobodyHasTakenTheTaskOver() {
            assertThat(moved(claimed.complete(TOKEN, NOW.plus(LEASE).plusSeconds(1)))
                            .status())
                    .isEqualTo(TaskStatus.COMPLETED);
        }
    }

    @Nested
    class Failing {
        @Test
        void sendsTheTaskRoundAgainAfterTheDelay() {
            Task failed = moved(claimed.fail(TOKEN, Failure.error("no"), DELAY, LATER));

            assertThat(failed.status()).isEqualTo(TaskStatus.SCHEDULED);
            assertThat(failed.runAfter()).isEqualTo(LATER.plus(DELAY));
            assertThat(failed.failure()).isEqualTo(Failure.error("no"));
            assertThat(failed.finishedAt()).isNull();
            assertThat(failed.attempts()).isEqualTo(1);
        }

        @Test
        void endsTheTaskWithItsLastAttempt() {
            Task last = Tasks.bring(aTask().maxAttempts(1).withId(1), TaskStatus.PROCESSING);

            Task failed = moved(last.fail(TOKEN, Failure.error("no"), DELAY, LATER));

            assertThat(failed.status()).isEqualTo(TaskStatus.FAILED);
            assertThat(failed.finishedAt()).isEqualTo(LATER);
            assertThat(failed.failure()).isEqualTo(Failure.error("no"));
        }

        @Test
        void endsTheTaskWhereNoAttemptCanHelp() {
            Task failed = moved(claimed.fail(TOKEN, Failure.rejected("never"), DELAY, LATER));

            assertThat(failed.status()).isEqualTo(TaskStatus.FAILED);
            assertThat(failed.failure()).isEqualTo(Failure.rejected("never"));
        }
    }

    @Nested
    class Releasing {
        @Test
        void givesTheAttemptBackButNotTheClaim() {
            Task released = moved(claimed.release(TOKEN, Duration.ZERO, LATER));

            assertThat(released.status()).isEqualTo(TaskStatus.QUEUED);
            assertThat(released.attempts()).isZero();
            assertThat(released.claimNo()).isEqualTo(1);
            assertThat(released.failure()).isNull();
        }

        @Test
        void waitsForTheDelay() {
            Task released = moved(claimed.release(TOKEN, DELAY, LATER));

            assertThat(released.status()).isEqualTo(TaskStatus.SCHEDULED);
            assertThat(released.runAfter()).isEqualTo(LATER.plus(DELAY));
        }
    }

    @Nested
    class Fencing {
        @Test
        void refusesATokenThatIsNotTheLeases() {
            assertThat(settlements(claimed, OTHER_TOKEN)).containsOnly(new Transition.Refused(Refusal.LEASE_LOST));
        }

        @Test
        void refusesTheTokenOfAnAttemptThatIsOver() {
            Task returned = moved(claimed.leaseEnded(Duration.ZERO, NOW.plus(LEASE)));
            Task taken = moved(returned.claim(
                    new Claim(new WorkerId("worker-2"), OTHER_TOKEN, LEASE, Tasks.TIMEOUT, null), NOW.plus(LEASE)));

            assertThat(settlements(returned, TOKEN)).containsOnly(new Transition.Refused(Refusal.LEASE_LOST));
            assertThat(settlements(taken, TOKEN)).containsOnly(new Transition.Refused(Refusal.LEASE_LOST));
            assertThat(settlements(taken, OTHER_TOKEN)).allMatch(Transition.Moved.class::isInstance);
        }

        private static Stream<Transition> settlements(Task task, LeaseToken token) {
            return Stream.of(
                    task.heartbeat(token, LEASE, null, LATER),
                    task.complete(token, LATER),
                    task.fail(token, Failure.error("no"), DELAY, LATER),
                    task.release(token, DELAY, LATER));
        }
    }
}
