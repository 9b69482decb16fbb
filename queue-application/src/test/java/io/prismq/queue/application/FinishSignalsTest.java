package io.prismq.queue.application;

import static io.prismq.queue.application.TestQueue.PATIENCE;
import static io.prismq.queue.application.TestQueue.changed;
import static io.prismq.queue.application.TestQueue.done;
import static io.prismq.queue.domain.testing.Tasks.BY;
import static org.assertj.core.api.Assertions.assertThat;

import io.prismq.queue.domain.task.Task;
import io.prismq.queue.domain.task.TaskId;
import io.prismq.queue.domain.task.TaskStatus;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class FinishSignalsTest {
    private static final Duration LONG = Duration.ofHours(1);

    private final TestQueue queue = new TestQueue();
    private final StoreDouble shared = new StoreDouble(queue.store);
    private final FinishSignals signals = new FinishSignals(shared);

    @AfterEach
    void close() {
        signals.close();
    }

    @Nested
    class ACommitOfAnotherProcess {
        private final Task task = queue.insert(TaskStatus.PROCESSING);
        private final CompletableFuture<Void> signal = signals.await(task.id(), LONG);

        @Test
        void wakesThoseWhoseTaskHasFinished() {
            changed(done(queue.submission.cancel(task.id(), BY)));
            assertThat(signal).isNotDone();

            shared.tellOfAForeignCommit();

            assertThat(signal).succeedsWithin(PATIENCE);
        }

        @Test
        void wakesThoseWhoseTaskIsGone() {
            CompletableFuture<Void> gone = signals.await(new TaskId(4711), LONG);

            shared.tellOfAForeignCommit();

            assertThat(gone).succeedsWithin(PATIENCE);
            assertThat(signal).isNotDone();
        }

        @Test
        void isAskedAboutEachTimeOneComes() {
            CompletableFuture<Void> first = signals.await(new TaskId(4711), LONG);
            shared.tellOfAForeignCommit();
            assertThat(first).succeedsWithin(PATIENCE);

            changed(done(queue.submission.cancel(task.id(), BY)));
            shared.tellOfAForeignCommit();

            assertThat(signal).succeedsWithin(PATIENCE);
        }

        @Test
        void wakesEverybodyWhereTheStoreCannotSay() {
            shared.becomeBusy();

            shared.tellOfAForeignCommit();

            assertThat(signal).succeedsWithin(PATIENCE);
        }
    }

    @Test
    void asksNothingWhereNobodyWaits() {
        signals.await(new TaskId(1), LONG).complete(null);

        shared.tellOfAForeignCommit();

        assertThat(shared.reads()).isZero();
    }

    @Nested
    class Closing {
        @Test
        void endsEveryWait() {
            CompletableFuture<Void> one = signals.await(new TaskId(1), LONG);
            CompletableFuture<Void> another = signals.await(new TaskId(1), LONG);
            CompletableFuture<Void> other = signals.await(new TaskId(2), LONG);

            signals.close();

            assertThat(one).isDone();
            assertThat(another).isDone();
            assertThat(other).isDone();
        }

        @Test
        void endsWaitsThatBeginLaterToo() {
            signals.close();

            assertThat(signals.await(new TaskId(1), LONG)).isDone();
        }
    }
}
