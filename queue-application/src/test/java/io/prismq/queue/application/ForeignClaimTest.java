package io.prismq.queue.application;

import static io.prismq.queue.application.TestQueue.HASTY;
import static io.prismq.queue.application.TestQueue.PATIENCE;
import static io.prismq.queue.application.TestQueue.done;
import static io.prismq.queue.domain.testing.Tasks.TYPE;
import static io.prismq.queue.domain.testing.Tasks.WORKER;
import static io.prismq.queue.domain.testing.Tasks.aTask;
import static org.assertj.core.api.Assertions.assertThat;

import io.prismq.queue.domain.audit.By;
import io.prismq.queue.domain.task.Skills;
import io.prismq.queue.domain.task.StoredTask;
import io.prismq.queue.domain.task.Task;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Waiting for tasks that another process queues. */
class ForeignClaimTest {
    private static final Duration LONG = Duration.ofHours(1);
    private static final Skills EMAIL = TestQueue.skills(TYPE);
    private static final Skills HASTY_ONLY = TestQueue.skills(HASTY);

    private final TestQueue queue = new TestQueue();

    private final StoreDouble shared = new StoreDouble(queue.store);
    private final ClaimSignals signals = new ClaimSignals(shared);
    private final TaskExecution execution =
            new TaskExecution(shared, TestQueue.POLICIES, queue.randomness, queue.workers, signals);

    @AfterEach
    void close() {
        signals.close();
    }

    @Test
    void wakeThoseWhoCanRunWhatIsThere() {
        CompletableFuture<List<StoredTask>> email = poll(EMAIL);
        CompletableFuture<List<StoredTask>> hasty = poll(HASTY_ONLY);
        Task task = queue.insert(aTask());
        assertThat(email).isNotDone();

        shared.tellOfAForeignCommit();

        assertThat(done(email)).extracting(one -> one.task().id()).containsExactly(task.id());
        assertThat(hasty).isNotDone();
    }

    @Test
    void areAskedAboutEachTimeOneComes() {
        CompletableFuture<List<StoredTask>> hasty = poll(HASTY_ONLY);
        CompletableFuture<List<StoredTask>> email = poll(EMAIL);
        queue.insert(aTask().type("hasty"));
        shared.tellOfAForeignCommit();
        assertThat(done(hasty)).hasSize(1);

        queue.insert(aTask());
        shared.tellOfAForeignCommit();

        assertThat(done(email)).hasSize(1);
    }

    @Test
    void reachEverybodyHoweverManyTasksCameAtOnce() {
        int many = 350;
        List<CompletableFuture<List<StoredTask>>> polls =
                IntStream.range(0, many).mapToObj(n -> poll(EMAIL)).toList();
        insert(many, "{}");

        shared.tellOfAForeignCommit();

        assertThat(CompletableFuture.allOf(polls.toArray(CompletableFuture<?>[]::new)))
                .succeedsWithin(PATIENCE);
    }

    @Test
    void reachEverybodyHoweverLargeTheTasksAre() {
        int many = 5;
        List<CompletableFuture<List<StoredTask>>> polls =
                IntStream.range(0, many).mapToObj(n -> poll(EMAIL)).toList();
        insert(many, "\"" + "x".repeat((1 << 20) - 2) + "\"");

        shared.tellOfAForeignCommit();

        assertThat(CompletableFuture.allOf(polls.toArray(CompletableFuture<?>[]::new)))
                .succeedsWithin(PATIENCE);
    }

    @Test
    void letOneOfAKindAskForItselfWhereTheStoreCannotSay() {
        CompletableFuture<List<StoredTask>> email = poll(EMAIL);
        CompletableFuture<List<StoredTask>> hasty = poll(HASTY_ONLY);
        Task task = queue.insert(aTask());
        shared.becomeBusy();

        shared.tellOfAForeignCommit();

        assertThat(done(email)).extracting(one -> one.task().id()).containsExactly(task.id());
        assertThat(hasty).isNotDone();
    }

    @Test
    void areNotAskedAboutWhereNobodyWaits() {
        shared.tellOfAForeignCommit();
        assertThat(done(execution.claim(ClaimCommand.of(WORKER, EMAIL, 1)))).isEmpty();
        shared.tellOfAForeignCommit();

        assertThat(shared.reads()).isZero();
    }

    private CompletableFuture<List<StoredTask>> poll(Skills skills) {
        return execution
                .claim(ClaimCommand.of(WORKER, skills, 1), LONG, new CompletableFuture<>(), By.ANONYMOUS)
                .toCompletableFuture();
    }

    private void insert(int many, String payload) {
        List<Task> inserted = done(queue.store.write(tx -> IntStream.range(0, many)
                .mapToObj(n -> tx.insert(aTask().payload(payload).build()))
                .toList()));
        assertThat(inserted).hasSize(many);
    }
}
