package io.prismq.queue.application;

import static io.prismq.queue.application.Polls.EMAIL;
import static io.prismq.queue.application.Polls.EMAIL_ON_GPU;
import static io.prismq.queue.application.Polls.GPU;
import static io.prismq.queue.application.TestQueue.HASTY;
import static io.prismq.queue.application.TestQueue.PATIENCE;
import static io.prismq.queue.application.TestQueue.done;
import static io.prismq.queue.domain.testing.Tasks.BY;
import static io.prismq.queue.domain.testing.Tasks.TYPE;
import static io.prismq.queue.domain.testing.Tasks.aTask;
import static org.assertj.core.api.Assertions.assertThat;

import io.prismq.queue.domain.task.Skills;
import io.prismq.queue.domain.task.StoredTask;
import io.prismq.queue.domain.task.Task;
import io.prismq.queue.domain.task.TaskId;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ClaimSignalsTest {
    private final Polls polls = new Polls();

    @AfterEach
    void close() {
        polls.signals.close();
    }

    @Test
    void wakeOneForEachTaskAndNobodyElse() {
        List<CompletableFuture<List<StoredTask>>> waiters = poll(10, EMAIL);

        polls.queue.insert(aTask());
        polls.queue.insert(aTask());
        polls.queue.insert(aTask());

        assertThat(claimed(waiters, 3)).hasSize(3);
        assertThat(polls.store.writes()).isEqualTo(10 + 3);
    }

    @Test
    void wakeInTurn() {
        List<CompletableFuture<List<StoredTask>>> waiters = poll(3, EMAIL);

        for (CompletableFuture<List<StoredTask>> poll : waiters) {
            Task task = polls.queue.insert(aTask());
            assertThat(done(poll)).extracting(one -> one.task().id()).containsExactly(task.id());
        }
    }

    @Test
    void wakeInTurnWhateverElseTheyCanRun() {
        CompletableFuture<List<StoredTask>> first = polls.poll(EMAIL_ON_GPU);
        CompletableFuture<List<StoredTask>> second = polls.poll(EMAIL);
        CompletableFuture<List<StoredTask>> third = polls.poll(TestQueue.skills(TYPE, HASTY));

        for (CompletableFuture<List<StoredTask>> poll : List.of(first, second, third)) {
            polls.queue.insert(aTask());
            assertThat(done(poll)).hasSize(1);
        }
        assertThat(polls.store.writes()).isEqualTo(6);
    }

    @Test
    void wakeThoseAloneWhoCanRunTheTask() {
        CompletableFuture<List<StoredTask>> hasty = polls.poll(TestQueue.skills(HASTY));
        CompletableFuture<List<StoredTask>> plain = polls.poll(EMAIL);
        CompletableFuture<List<StoredTask>> able = polls.poll(EMAIL_ON_GPU);

        polls.queue.insert(aTask().requires(GPU));
        polls.queue.insert(aTask().type("other"));

        assertThat(done(able)).hasSize(1);
        assertThat(hasty).isNotDone();
        assertThat(plain).isNotDone();
        assertThat(polls.store.writes()).isEqualTo(4);
    }

    @Test
    void wakeNobodyForATaskThatOnlyMoves() {
        Task scheduled = polls.queue.insert(aTask().delay(Duration.ofHours(1)));
        List<CompletableFuture<List<StoredTask>>> waiters = poll(1, EMAIL);

        done(polls.queue.submission.cancel(scheduled.id(), BY));
        polls.queue.insert(aTask().delay(Duration.ofHours(1)));

        assertThat(claimed(waiters, 0)).isEmpty();
        assertThat(polls.store.writes()).isEqualTo(1);
    }

    @Test
    void findThousandsOfWaitersEachOnItsOwnTaskWithoutAThreadForEach() {
        int many = 5000;
        int before = Thread.activeCount();
        List<CompletableFuture<List<StoredTask>>> waiters = poll(many, EMAIL);
        int waiting = Thread.activeCount();

        List<TaskId> tasks = done(polls.queue.store.write(tx -> IntStream.range(0, many)
                .mapToObj(n -> tx.insert(aTask().build()).id())
                .toList()));

        assertThat(claimed(waiters, many)).containsExactlyInAnyOrderElementsOf(tasks);
        assertThat(polls.store.writes()).isEqualTo(2 * many);
        assertThat(waiting - before).isLessThan(100);
    }

    @Test
    void endEveryWaitWhenTheyAreClosedAlsoLaterOnes() {
        List<CompletableFuture<List<StoredTask>>> waiters = poll(100, EMAIL);

        polls.signals.close();

        assertThat(waiters).allSatisfy(poll -> assertThat(done(poll)).isEmpty());
        assertThat(done(polls.poll(EMAIL))).isEmpty();
        assertThat(polls.store.writes()).isEqualTo(101);
    }

    /** What so many waiters got, when everybody else has gone away empty-handed. */
    private List<TaskId> claimed(List<CompletableFuture<List<StoredTask>>> waiters, int winners) {
        CompletableFuture<?>[] won = waiters.stream().limit(winners).toArray(CompletableFuture<?>[]::new);
        assertThat(CompletableFuture.allOf(won)).succeedsWithin(PATIENCE);
        polls.signals.close();
        return waiters.stream()
                .flatMap(poll -> done(poll).stream())
                .map(one -> one.task().id())
                .toList();
    }

    private List<CompletableFuture<List<StoredTask>>> poll(int many, Skills skills) {
        return IntStream.range(0, many).mapToObj(n -> polls.poll(skills)).toList();
    }
}
