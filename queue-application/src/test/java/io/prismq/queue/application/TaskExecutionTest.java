package io.prismq.queue.application;

import static io.prismq.queue.application.TestQueue.HASTY;
import static io.prismq.queue.application.TestQueue.done;
import static io.prismq.queue.application.TestQueue.token;
import static io.prismq.queue.domain.testing.Tasks.LEASE;
import static io.prismq.queue.domain.testing.Tasks.OTHER_TOKEN;
import static io.prismq.queue.domain.testing.Tasks.TYPE;
import static io.prismq.queue.domain.testing.Tasks.aTask;
import static org.assertj.core.api.Assertions.assertThat;

import io.prismq.queue.domain.task.Failure;
import io.prismq.queue.domain.task.Lease;
import io.prismq.queue.domain.task.LeaseToken;
import io.prismq.queue.domain.task.Progress;
import io.prismq.queue.domain.task.Result;
import io.prismq.queue.domain.task.StoredTask;
import io.prismq.queue.domain.task.Task;
import io.prismq.queue.domain.task.TaskId;
import io.prismq.queue.domain.task.TaskStatus;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TaskExecutionTest {
    private static final Failure ERROR = Failure.error("no connection");

    private final TestQueue queue = new TestQueue();

    @Nested
    class Heartbeat {
        private final Task claimed = claimed();

        @Test
        void countsTheLeaseAnewAndTellsTheProgress() {
            queue.clock.advance(Duration.ofSeconds(20));
            Progress half = new Progress(50, "half");

            SettlementOutcome outcome = queue.settle(
                    claimed,
                    new Settlement.Heartbeat(Optional.of(Duration.ofSeconds(5)), Optional.of(half), List.of()));

            Task beating = queue.find(claimed.id());
            assertThat(outcome).isEqualTo(new SettlementOutcome.GoesOn(beating));
            assertThat(beating.lease())
                    .extracting(Lease::until)
                    .isEqualTo(queue.clock.now().plusSeconds(5));
            assertThat(beating.progress()).isEqualTo(half);
        }

        @Test
        void takesAsLongALeaseAsBeforeWhereItDoesNotSay() {
            queue.clock.advance(Duration.ofSeconds(20));

            queue.settle(claimed, Settlement.Heartbeat.PLAIN);

            assertThat(queue.find(claimed.id()).lease())
                    .extracting(Lease::until)
                    .isEqualTo(queue.clock.now().plus(LEASE));
        }
    }

    @Nested
    class Complete {
        private final Task claimed = claimed();

        @Test
        void storesTheResult() {
            Result result = new Result("{\"sent\":true}");

            Task completed = settled(claimed, new Settlement.Complete(Optional.of(result)));

            assertThat(completed.status()).isEqualTo(TaskStatus.COMPLETED);
            assertThat(load(claimed.id()))
                    .isEqualTo(new StoredTask(completed, aTask().build().payload(), result));
        }

        @Test
        void needsNoResult() {
            Task completed = settled(claimed, new Settlement.Complete(Optional.empty()));

            assertThat(completed.status()).isEqualTo(TaskStatus.COMPLETED);
            assertThat(load(claimed.id()).result()).isNull();
        }
    }

    @Nested
    class Fail {
        @Test
        void waitsForTheBackoffOfTheType() {
            queue.insert(aTask().type("hasty"));

            Task failed = settled(queue.claim(HASTY), fail(ERROR));

            assertThat(failed.status()).isEqualTo(TaskStatus.SCHEDULED);
            assertThat(failed.failure()).isEqualTo(ERROR);
            assertThat(failed.runAfter())
                    .isBetween(
                            queue.clock.now().plusSeconds(4), queue.clock.now().plusSeconds(12));
        }

        @Test
        void waitsLongerAfterEachAttempt() {
            queue.insert(aTask());
            for (long seconds : List.of(1, 2, 4, 8)) {
                Task failed = settled(queue.claim(TYPE), fail(ERROR));
                Duration wait = Duration.between(queue.clock.now(), failed.runAfter());
                assertThat(wait).isBetween(Duration.ofMillis(seconds * 900), Duration.ofMillis(seconds * 1100));
                queue.clock.advance(wait);
                done(queue.upkeep.promoteDue());
            }
        }

        @ParameterizedTest
        @ValueSource(longs = {0, 600})
        void waitsForTheDelayThatTheWorkerNames(long seconds) {
            Duration delay = Duration.ofSeconds(seconds);

            Task failed = settled(claimed(), new Settlement.Fail(ERROR, Optional.empty(), Optional.of(delay)));

            assertThat(failed.runAfter()).isEqualTo(queue.clock.now().plus(delay));
        }

        @Test
        void endsTheTaskAfterItsLastAttempt() {
            queue.insert(aTask().maxAttempts(1));

            Task failed = settled(queue.claim(TYPE), fail(ERROR));

            assertThat(failed.status()).isEqualTo(TaskStatus.FAILED);
        }

        @Test
        void endsTheTaskThatTheWorkerRejects() {
            Task failed = settled(claimed(), fail(Failure.rejected("no such address")));

            assertThat(failed.status()).isEqualTo(TaskStatus.FAILED);
        }
    }

    @Nested
    class Release {
        @Test
        void givesTheTaskBackToBeClaimedAgain() {
            Task claimed = claimed();

            Task released = settled(claimed, new Settlement.Release(Duration.ZERO));

            assertThat(released.attempts()).isZero();
            assertThat(queue.claim(TYPE).id()).isEqualTo(claimed.id());
        }

        @Test
        void mayAskForADelay() {
            Task released = settled(claimed(), new Settlement.Release(Duration.ofMinutes(1)));

            assertThat(released.status()).isEqualTo(TaskStatus.SCHEDULED);
            assertThat(released.runAfter()).isEqualTo(queue.clock.now().plus(Duration.ofMinutes(1)));
        }
    }

    @Nested
    class ALostLease {
        private Task first = queue.insert(TaskStatus.QUEUED);

        @BeforeEach
        void claim() {
            first = queue.claim(TYPE);
        }

        @Test
        void changesNothingUnderAnotherToken() {
            changesNothing(OTHER_TOKEN);
        }

        @Test
        void changesNothingOnceAnotherWorkerHasTheTask() {
            queue.clock.advance(LEASE);
            done(queue.upkeep.endLeases(queue.clock.now().minus(LEASE).minusSeconds(10)));
            queue.claim(TYPE);

            changesNothing(token(first));
        }

        private void changesNothing(LeaseToken token) {
            StoredTask before = load(first.id());

            assertThat(settlements(first.id(), token)).containsOnly(new SettlementOutcome.LeaseLost());
            assertThat(load(first.id())).isEqualTo(before);
        }
    }

    @Test
    void findsNoTaskThatIsNotThere() {
        assertThat(settlements(new TaskId(4711), OTHER_TOKEN)).containsOnly(new SettlementOutcome.NotFound());
    }

    private Stream<SettlementOutcome> settlements(TaskId id, LeaseToken token) {
        return Stream.of(
                        Settlement.Heartbeat.PLAIN,
                        new Settlement.Complete(Optional.of(new Result("1"))),
                        fail(ERROR),
                        new Settlement.Release(Duration.ZERO))
                .map(word -> done(queue.execution.settle(new Settlement(id, token, word))));
    }

    private Task settled(Task held, Settlement.Word word) {
        assertThat(queue.settle(held, word)).isInstanceOf(SettlementOutcome.Ended.class);
        return queue.find(held.id());
    }

    private static Settlement.Word fail(Failure why) {
        return new Settlement.Fail(why, Optional.empty(), Optional.empty());
    }

    private Task claimed() {
        queue.insert(aTask());
        return queue.claim(TYPE);
    }

    private StoredTask load(TaskId id) {
        return queue.store.<StoredTask>read(reads -> reads.load(id).orElseThrow());
    }
}
