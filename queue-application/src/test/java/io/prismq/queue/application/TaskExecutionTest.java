package io.prismq.queue.application;

import static io.prismq.queue.application.TestQueue.HASTY;
import static io.prismq.queue.application.TestQueue.changed;
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
import io.prismq.queue.domain.task.Refusal;
import io.prismq.queue.domain.task.Result;
import io.prismq.queue.domain.task.StoredTask;
import io.prismq.queue.domain.task.Task;
import io.prismq.queue.domain.task.TaskId;
import io.prismq.queue.domain.task.TaskStatus;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

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

            Task beating =
                    changed(done(queue.execution.heartbeat(claimed.id(), token(claimed), Duration.ofSeconds(5), half)));

            assertThat(beating.lease())
                    .extracting(Lease::until)
                    .isEqualTo(queue.clock.now().plusSeconds(5));
            assertThat(beating.progress()).isEqualTo(half);
            assertThat(queue.find(claimed.id())).isEqualTo(beating);
        }
    }

    @Nested
    class Complete {
        private final Task claimed = claimed();

        @Test
        void storesTheResult() {
            Result result = new Result("{\"sent\":true}");

            Task completed = changed(done(queue.execution.complete(claimed.id(), token(claimed), Optional.of(result))));

            assertThat(completed.status()).isEqualTo(TaskStatus.COMPLETED);
            assertThat(load(claimed.id()))
                    .isEqualTo(new StoredTask(completed, aTask().build().payload(), result));
        }

        @Test
        void needsNoResult() {
            Task completed = changed(done(queue.execution.complete(claimed.id(), token(claimed), Optional.empty())));

            assertThat(load(claimed.id()).result()).isNull();
            assertThat(queue.find(claimed.id())).isEqualTo(completed);
        }

        @Test
        void tellsTheStoreWhatItHolds() {
            StoreDouble store = new StoreDouble(queue.store);
            TaskExecution execution = new TaskExecution(store, TestQueue.POLICIES, queue.randomness);

            done(execution.complete(claimed.id(), token(claimed), Optional.of(new Result("x".repeat(100_000)))));

            assertThat(store.heldBytes()).isEqualTo(100_000);
        }
    }

    @Nested
    class Fail {
        @Test
        void waitsForTheBackoffOfTheType() {
            queue.insert(aTask().type("hasty"));
            Task claimed = queue.claim(HASTY);

            Task failed = changed(done(queue.execution.fail(claimed.id(), token(claimed), ERROR, Optional.empty())));

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
                Task claimed = queue.claim(TYPE);
                Task failed =
                        changed(done(queue.execution.fail(claimed.id(), token(claimed), ERROR, Optional.empty())));
                Duration wait = Duration.between(queue.clock.now(), failed.runAfter());
                assertThat(wait).isBetween(Duration.ofMillis(seconds * 900), Duration.ofMillis(seconds * 1100));
                queue.clock.advance(wait);
                done(queue.upkeep.promoteDue());
            }
        }

        @Test
        void waitsForTheDelayThatTheWorkerNames() {
            Task claimed = claimed();

            Task failed = changed(done(
                    queue.execution.fail(claimed.id(), token(claimed), ERROR, Optional.of(Duration.ofMinutes(10)))));

            assertThat(failed.runAfter()).isEqualTo(queue.clock.now().plus(Duration.ofMinutes(10)));
        }

        @Test
        void endsTheTaskAfterItsLastAttempt() {
            queue.insert(aTask().maxAttempts(1));
            Task claimed = queue.claim(TYPE);

            Task failed = changed(done(queue.execution.fail(claimed.id(), token(claimed), ERROR, Optional.empty())));

            assertThat(failed.status()).isEqualTo(TaskStatus.FAILED);
        }

        @Test
        void endsTheTaskThatTheWorkerRejects() {
            Task claimed = claimed();

            Task failed = changed(done(queue.execution.fail(
                    claimed.id(), token(claimed), Failure.rejected("no such address"), Optional.empty())));

            assertThat(failed.status()).isEqualTo(TaskStatus.FAILED);
            assertThat(queue.find(claimed.id())).isEqualTo(failed);
        }
    }

    @Nested
    class Release {
        @Test
        void givesTheTaskBackToBeClaimedAgain() {
            Task claimed = claimed();

            Task released = changed(done(queue.execution.release(claimed.id(), token(claimed), Duration.ZERO)));

            assertThat(released.attempts()).isZero();
            assertThat(queue.claim(TYPE).id()).isEqualTo(claimed.id());
        }

        @Test
        void mayAskForADelay() {
            Task claimed = claimed();

            Task released = changed(done(queue.execution.release(claimed.id(), token(claimed), Duration.ofMinutes(1))));

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

        @Test
        void changesNothingOnceTheTaskIsCancelled() {
            done(queue.submission.cancel(first.id()));

            changesNothing(token(first));
        }

        @Test
        void changesNothingTwice() {
            done(queue.execution.complete(first.id(), token(first), Optional.of(new Result("1"))));
            StoredTask completed = load(first.id());

            done(queue.execution.complete(first.id(), token(first), Optional.of(new Result("2"))));

            assertThat(load(first.id())).isEqualTo(completed);
        }

        private void changesNothing(LeaseToken token) {
            StoredTask before = load(first.id());
            ChangeOutcome refused = new ChangeOutcome.Refused(before.task(), Refusal.LEASE_LOST);

            assertThat(settlements(first.id(), token).map(TestQueue::done)).containsOnly(refused);
            assertThat(load(first.id())).isEqualTo(before);
        }
    }

    @Test
    void findsNoTaskThatIsNotThere() {
        assertThat(settlements(new TaskId(4711), OTHER_TOKEN).map(TestQueue::done))
                .containsOnly(new ChangeOutcome.NotFound());
    }

    private Stream<CompletionStage<ChangeOutcome>> settlements(TaskId id, LeaseToken token) {
        return Stream.of(
                queue.execution.heartbeat(id, token, LEASE, null),
                queue.execution.complete(id, token, Optional.of(new Result("1"))),
                queue.execution.fail(id, token, ERROR, Optional.empty()),
                queue.execution.release(id, token, Duration.ZERO));
    }

    private Task claimed() {
        queue.insert(aTask());
        return queue.claim(TYPE);
    }

    private StoredTask load(TaskId id) {
        return queue.store.<StoredTask>read(reads -> reads.load(id).orElseThrow());
    }
}
