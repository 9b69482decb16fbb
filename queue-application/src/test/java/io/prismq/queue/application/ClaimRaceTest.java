package io.prismq.queue.application;

import static io.prismq.queue.application.TestQueue.HASTY;
import static io.prismq.queue.application.TestQueue.PATIENCE;
import static io.prismq.queue.application.TestQueue.done;
import static io.prismq.queue.domain.testing.Tasks.TYPE;
import static org.assertj.core.api.Assertions.assertThat;

import io.prismq.queue.domain.audit.By;
import io.prismq.queue.domain.task.Payload;
import io.prismq.queue.domain.task.Skills;
import io.prismq.queue.domain.task.StoredTask;
import io.prismq.queue.domain.task.TaskId;
import io.prismq.queue.domain.task.WorkerId;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.RepeatedTest;

/** Many who wait, on real threads. */
class ClaimRaceTest {
    private static final int WAITERS = 50;
    private static final int ENQUEUERS = 4;
    private static final int EACH = 500;
    private static final int TASKS = ENQUEUERS * EACH;
    private static final List<Skills> SKILLS =
            List.of(TestQueue.skills(TYPE), TestQueue.skills(HASTY), TestQueue.skills(TYPE, HASTY));

    private final TestQueue queue = new TestQueue();
    private final Queue<TaskId> claimed = new ConcurrentLinkedQueue<>();
    private final Queue<Throwable> failures = new ConcurrentLinkedQueue<>();
    private final CountDownLatch left = new CountDownLatch(TASKS);

    @AfterEach
    void close() {
        queue.signals.close();
    }

    @RepeatedTest(5)
    void everyTaskIsClaimedOnceAndNobodyHangs() throws InterruptedException {
        List<CompletableFuture<Void>> waiters =
                IntStream.range(0, WAITERS).mapToObj(this::pollUntilClosed).toList();

        IntStream.range(0, ENQUEUERS).forEach(n -> new Thread(this::enqueue, "enqueuer-" + n).start());

        assertThat(left.await(PATIENCE.toSeconds(), TimeUnit.SECONDS))
                .as("%d tasks are left", left.getCount())
                .isTrue();
        assertThat(claimed).hasSize(TASKS).doesNotHaveDuplicates();
        assertThat(failures).isEmpty();
        queue.signals.close();
        assertThat(waiters).allSatisfy(waiter -> assertThat(waiter).succeedsWithin(PATIENCE));
    }

    private void enqueue() {
        for (int n = 0; n < EACH; n++) {
            done(queue.submission.enqueue(List.of(EnqueueCommand.of(n % 2 == 0 ? TYPE : HASTY, Payload.EMPTY))));
        }
    }

    /** A worker with one place, that abandons every tenth of its claims as it is told of the one before. */
    private CompletableFuture<Void> pollUntilClosed(int number) {
        CompletableFuture<Void> end = new CompletableFuture<>();
        poll(number, 0, end);
        return end;
    }

    private void poll(int number, int round, CompletableFuture<Void> end) {
        CompletableFuture<Void> abandoned = new CompletableFuture<>();
        ClaimCommand command = ClaimCommand.of(new WorkerId("worker-" + number), SKILLS.get(number % SKILLS.size()), 1);
        queue.execution
                .claim(command, Duration.ofHours(1), abandoned, By.ANONYMOUS)
                .whenCompleteAsync((tasks, failure) -> next(number, round, end, tasks, failure));
        if (round % 10 == 9) {
            abandoned.complete(null);
        }
    }

    private void next(int number, int round, CompletableFuture<Void> end, List<StoredTask> tasks, Throwable failure) {
        if (failure != null) {
            failures.add(failure);
            end.completeExceptionally(failure);
            return;
        }
        tasks.forEach(one -> {
            claimed.add(one.task().id());
            left.countDown();
        });
        if (tasks.isEmpty() && left.getCount() == 0) {
            end.complete(null);
        } else {
            poll(number, round + 1, end);
        }
    }
}
