package io.prismq.queue.application;

import static io.prismq.queue.application.TestQueue.HASTY;
import static io.prismq.queue.application.TestQueue.done;
import static io.prismq.queue.domain.testing.Tasks.LEASE;
import static io.prismq.queue.domain.testing.Tasks.TYPE;
import static io.prismq.queue.domain.testing.Tasks.aTask;
import static org.assertj.core.api.Assertions.assertThat;

import io.prismq.queue.domain.task.Claim;
import io.prismq.queue.domain.task.Failure;
import io.prismq.queue.domain.task.FailureKind;
import io.prismq.queue.domain.task.Task;
import io.prismq.queue.domain.task.TaskStatus;
import io.prismq.queue.domain.testing.Tasks;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class TaskUpkeepTest {
    private static final Duration SECOND = Duration.ofSeconds(1);

    private final TestQueue queue = new TestQueue();
    private final Instant longAgo = queue.clock.now().minus(Duration.ofHours(1));

    @Nested
    class PromoteDue {
        @Test
        void queuesTheTasksWhoseTimeHasCome() {
            Task first = queue.insert(aTask().delay(SECOND));
            Task second = queue.insert(aTask().delay(SECOND.plusMillis(1)));
            queue.clock.advance(SECOND);

            assertThat(done(queue.upkeep.promoteDue())).isEqualTo(1);

            assertThat(queue.find(first.id()).status()).isEqualTo(TaskStatus.QUEUED);
            assertThat(queue.find(second.id())).isEqualTo(second);
            assertThat(done(queue.upkeep.promoteDue())).isZero();
        }

        @Test
        void movesABatchAtATime() {
            for (int n = 0; n <= TaskUpkeep.BATCH; n++) {
                queue.insert(aTask().delay(SECOND));
            }
            queue.clock.advance(SECOND);

            assertThat(done(queue.upkeep.promoteDue())).isEqualTo(TaskUpkeep.BATCH);
            assertThat(done(queue.upkeep.promoteDue())).isEqualTo(1);
            assertThat(done(queue.upkeep.promoteDue())).isZero();
        }
    }

    @Nested
    class ExpireUnclaimed {
        @Test
        void failsTheTasksThatNobodyClaimedInTime() {
            Task queued = queue.insert(aTask().timeToLive(SECOND));
            Task scheduled = queue.insert(aTask().timeToLive(SECOND).delay(Duration.ofHours(1)));
            Task longer = queue.insert(aTask().timeToLive(SECOND.plusMillis(1)));
            queue.clock.advance(SECOND);

            assertThat(done(queue.upkeep.expireUnclaimed())).isEqualTo(2);

            assertThat(failureKind(queued)).isEqualTo(FailureKind.EXPIRED);
            assertThat(failureKind(scheduled)).isEqualTo(FailureKind.EXPIRED);
            assertThat(queue.find(longer.id())).isEqualTo(longer);
        }

        @Test
        void sparesATaskThatWasClaimedInTime() {
            queue.insert(aTask().timeToLive(SECOND));
            Task claimed = queue.claim(TYPE);
            queue.clock.advance(SECOND);

            assertThat(done(queue.upkeep.expireUnclaimed())).isZero();
            assertThat(queue.find(claimed.id())).isEqualTo(claimed);
        }
    }

    @Nested
    class EndLeases {
        private Task claimed = queue.insert(aTask());

        @BeforeEach
        void claim() {
            claimed = queue.claim(TYPE);
        }

        @Test
        void queuesATaskWhoseLeaseRanOut() {
            queue.clock.advance(LEASE);

            assertThat(done(queue.upkeep.endLeases(longAgo))).isEqualTo(1);

            Task returned = queue.find(claimed.id());
            assertThat(returned.status()).isEqualTo(TaskStatus.QUEUED);
            assertThat(failureKind(returned)).isEqualTo(FailureKind.LEASE_EXPIRED);
        }

        @Test
        void sparesALeaseThatStillRuns() {
            queue.clock.advance(LEASE.minusMillis(1));

            assertThat(done(queue.upkeep.endLeases(longAgo))).isZero();
            assertThat(queue.find(claimed.id())).isEqualTo(claimed);
        }

        @Test
        void sparesALeaseThatWasRenewed() {
            queue.clock.advance(LEASE.minusMillis(1));
            queue.settle(claimed, Settlement.Heartbeat.PLAIN);
            queue.clock.advance(LEASE.minusMillis(1));

            assertThat(done(queue.upkeep.endLeases(longAgo))).isZero();
        }

        @Test
        void delaysATaskWhoseAttemptTimedOut() {
            queue.insert(aTask().type("hasty"));
            Task hasty = queue.claim(HASTY);
            queue.clock.advance(Duration.ofSeconds(20));

            assertThat(done(queue.upkeep.endLeases(longAgo))).isEqualTo(1);

            Task late = queue.find(hasty.id());
            assertThat(late.status()).isEqualTo(TaskStatus.SCHEDULED);
            assertThat(failureKind(late)).isEqualTo(FailureKind.TIMEOUT);
            assertThat(late.runAfter())
                    .isBetween(
                            queue.clock.now().plusSeconds(4), queue.clock.now().plusSeconds(12));
        }
    }

    @Nested
    class Grace {
        private Task claimed = queue.insert(aTask());

        @BeforeEach
        void claim() {
            claimed = queue.claim(TYPE);
            queue.clock.advance(LEASE.plusSeconds(1));
        }

        @Test
        void honoursALeaseFromBeforeAnInterruptionForTenSeconds() {
            Instant resumedAt = queue.clock.now();

            queue.clock.advance(TaskUpkeep.GRACE.minusMillis(1));
            assertThat(done(queue.upkeep.endLeases(resumedAt))).isZero();
            assertThat(queue.find(claimed.id())).isEqualTo(claimed);

            queue.clock.advance(Duration.ofMillis(1));
            assertThat(done(queue.upkeep.endLeases(resumedAt))).isEqualTo(1);
        }

        @Test
        void isNotGivenToALeaseFromAfterTheInterruption() {
            Instant resumedAt = queue.clock.now();
            queue.settle(claimed, new Settlement.Heartbeat(Optional.of(SECOND), Optional.empty(), List.of()));
            queue.clock.advance(SECOND);

            assertThat(done(queue.upkeep.endLeases(resumedAt))).isEqualTo(1);
        }

        @Test
        void isNotGivenToALeaseFromAfterTheInterruptionThatItsDeadlineCutShort() {
            Instant resumedAt = queue.clock.now();
            Task fresh = queue.insert(aTask());
            Claim hasty = new Claim(Tasks.WORKER, Tasks.TOKEN, LEASE, Duration.ofSeconds(5), null);
            done(queue.store.write(tx -> Tasks.save(tx, Tasks.moved(fresh.claim(hasty, tx.now())))));
            queue.clock.advance(hasty.attemptTimeout());

            assertThat(done(queue.upkeep.endLeases(resumedAt))).isEqualTo(1);
            assertThat(failureKind(fresh)).isEqualTo(FailureKind.TIMEOUT);
        }

        @Test
        void letsItsHolderBeHeardAgain() {
            Instant resumedAt = queue.clock.now();
            done(queue.upkeep.endLeases(resumedAt));

            queue.settle(claimed, Settlement.Heartbeat.PLAIN);
            Task beating = queue.find(claimed.id());
            queue.clock.advance(TaskUpkeep.GRACE);

            assertThat(done(queue.upkeep.endLeases(resumedAt))).isZero();
            assertThat(queue.find(claimed.id())).isEqualTo(beating);
        }
    }

    private FailureKind failureKind(Task task) {
        Failure failure = Objects.requireNonNull(queue.find(task.id()).failure());
        return failure.kind();
    }

    @Test
    void restampsNoMoreThanABatchOfLeasesAtATime() {
        for (int n = 0; n <= TaskUpkeep.BATCH; n++) {
            queue.insert(aTask());
            queue.claim(TYPE);
        }
        queue.clock.advance(Duration.ofHours(-1));

        assertThat(done(queue.upkeep.restampLeases())).isEqualTo(TaskUpkeep.BATCH);
        assertThat(done(queue.upkeep.restampLeases())).isEqualTo(1);
        assertThat(done(queue.upkeep.restampLeases())).isZero();
    }
}
