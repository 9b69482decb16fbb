package io.prismq.queue.application;

import static io.prismq.queue.application.Polls.ALL;
import static io.prismq.queue.application.Polls.EMAIL;
import static io.prismq.queue.application.Polls.EMAIL_ON_GPU;
import static io.prismq.queue.application.Polls.GPU;
import static io.prismq.queue.application.Polls.assertBrings;
import static io.prismq.queue.application.TestQueue.PATIENCE;
import static io.prismq.queue.application.TestQueue.done;
import static io.prismq.queue.domain.testing.Tasks.aTask;
import static org.assertj.core.api.Assertions.assertThat;

import io.prismq.queue.domain.port.StoreBusyException;
import io.prismq.queue.domain.task.StoredTask;
import io.prismq.queue.domain.task.Task;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Claims that wait, and are in the middle of a look, hang up, or meet a store that fails. */
class TroubledPollTest {
    private final Polls polls = new Polls();
    private final CompletableFuture<Void> abandoned = new CompletableFuture<>();

    @AfterEach
    void close() {
        polls.signals.close();
    }

    @Nested
    class ATaskThatComesWhileTheClaimLooks {
        private final CompletableFuture<List<StoredTask>> poll = lookUnheard();

        @Test
        void isNotMissed() {
            Task task = polls.queue.insert(aTask());

            polls.store.acknowledge();

            assertBrings(poll, task);
        }

        @Test
        void isLeftAloneWhereTheClaimIsAbandonedMeanwhile() {
            Task task = polls.queue.insert(aTask());
            abandoned.complete(null);

            polls.store.acknowledge();

            assertThat(done(poll)).isEmpty();
            assertThat(polls.queue.find(task.id())).isEqualTo(task);
            assertThat(polls.store.writes()).isEqualTo(1);
        }

        @Test
        void wakesAnotherWhereTheClaimIsAbandonedMeanwhile() {
            CompletableFuture<List<StoredTask>> second = polls.poll(EMAIL);
            Task task = polls.queue.insert(aTask());
            abandoned.complete(null);

            polls.store.acknowledge();

            assertThat(done(poll)).isEmpty();
            assertBrings(second, task);
        }

        @Test
        void isStillClaimedWhereTheWaitEndsMeanwhile() {
            Task task = polls.queue.insert(aTask());
            polls.signals.close();

            polls.store.acknowledge();

            assertBrings(poll, task);
        }
    }

    @Nested
    class AnAbandonedClaim {
        @Test
        void isNotMadeWhereItIsAbandonedBefore() {
            polls.queue.insert(aTask());
            abandoned.complete(null);

            assertThat(done(polls.poll(EMAIL, abandoned))).isEmpty();
            assertThat(polls.store.writes()).isZero();
        }

        @Test
        void endsAtOnceAndClaimsNothingLater() {
            CompletableFuture<List<StoredTask>> poll = polls.poll(EMAIL, abandoned);

            abandoned.completeExceptionally(new IllegalStateException("the client hung up"));

            assertThat(done(poll)).isEmpty();
            Task task = polls.queue.insert(aTask());
            assertThat(polls.queue.find(task.id())).isEqualTo(task);
            assertThat(polls.store.writes()).isEqualTo(1);
        }

        @Test
        void tellsWhatWasUnderWay() {
            Task task = polls.queue.insert(aTask());
            CompletableFuture<List<StoredTask>> poll = lookUnheard();
            abandoned.complete(null);
            assertThat(poll).isNotDone();

            polls.store.acknowledge();

            assertBrings(poll, task);
        }
    }

    @Nested
    class AStoreThatFails {
        @Test
        void endsTheClaimAtOnce() {
            polls.store.fail();
            assertFails(polls.poll(EMAIL));

            polls.store.recover();
            polls.store.refuse();
            assertFails(polls.poll(EMAIL));
        }

        @Test
        void endsTheClaimThatWasWokenAndThenTheNext() {
            CompletableFuture<List<StoredTask>> first = polls.poll(EMAIL);
            CompletableFuture<List<StoredTask>> second = polls.poll(EMAIL);
            polls.store.refuse();

            polls.queue.insert(aTask());

            assertFails(first);
            assertFails(second);
        }

        @Test
        void leavesNobodyBehindWhoIsWokenInVain() {
            polls.store.refuse();
            assertFails(polls.poll(EMAIL));
            polls.store.recover();
            CompletableFuture<List<StoredTask>> second = polls.poll(EMAIL);

            Task task = polls.queue.insert(aTask());

            assertBrings(second, task);
            assertThat(polls.store.writes()).isEqualTo(3);
        }

        private void assertFails(CompletableFuture<List<StoredTask>> poll) {
            assertThat(poll)
                    .failsWithin(PATIENCE)
                    .withThrowableOfType(ExecutionException.class)
                    .withCauseInstanceOf(StoreBusyException.class);
        }
    }

    @Nested
    class OneWhoIsWokenAndTakesAnotherTask {
        @Test
        void leavesTheTaskToTheNextWhoCanRunIt() {
            CompletableFuture<List<StoredTask>> versatile = polls.poll(ALL);
            CompletableFuture<List<StoredTask>> plain = polls.poll(EMAIL);
            CompletableFuture<List<StoredTask>> able = polls.poll(EMAIL_ON_GPU);
            Task[] tasks = done(polls.queue.store.write(tx -> new Task[] {
                tx.insert(aTask().requires(GPU).build()),
                tx.insert(aTask().type("hasty").priority(1).build())
            }));

            assertBrings(versatile, tasks[1]);
            assertBrings(able, tasks[0]);
            assertThat(plain).isNotDone();
            assertThat(polls.store.writes()).isEqualTo(5);
        }
    }

    /** Polls, and is not told what the first look brought before the store acknowledges. */
    private CompletableFuture<List<StoredTask>> lookUnheard() {
        polls.store.stopAcknowledging();
        return polls.poll(EMAIL, abandoned);
    }
}
