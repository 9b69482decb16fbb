package io.prismq.queue.domain.contract;

import static io.prismq.queue.domain.testing.Tasks.aTask;
import static org.assertj.core.api.Assertions.assertThat;

import io.prismq.queue.domain.port.ClaimCriteria;
import io.prismq.queue.domain.port.TaskReads;
import io.prismq.queue.domain.port.TaskTransaction;
import io.prismq.queue.domain.port.Timer;
import io.prismq.queue.domain.task.Result;
import io.prismq.queue.domain.task.Task;
import io.prismq.queue.domain.testing.Tasks;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

abstract class UnitOfWorkContract extends StoreTest {
    UnitOfWorkContract(TaskStoreContract contract) {
        super(contract);
    }

    @Test
    void completesWithWhatTheUnitReturned() {
        String done = write(tx -> "done");

        assertThat(done).isEqualTo("done");
    }

    @Test
    void completesWithWhatTheUnitThrew() {
        RuntimeException thrown = new IllegalArgumentException("the unit's own");

        assertThat(failure(tx -> {
                    throw thrown;
                }))
                .isSameAs(thrown);
    }

    @Test
    void completesWithAnErrorToo() {
        Error thrown = new AssertionError("the unit's own");

        assertThat(failure(tx -> {
                    throw thrown;
                }))
                .isSameAs(thrown);
    }

    @Test
    void leavesNothingOfAUnitThatThrows() {
        Task kept = insert(aTask());
        Task deleted = insert(aTask().idempotencyKey("deleted"));

        failure(tx -> {
            tx.insert(aTask().idempotencyKey("inserted").build());
            Tasks.save(tx, Tasks.moved(kept.cancel(Tasks.NOW)));
            tx.saveResult(kept.id(), new Result("1"));
            tx.delete(deleted.id());
            throw new IllegalStateException("after all of it");
        });

        assertThat(load(kept.id())).hasValueSatisfying(stored -> {
            assertThat(stored.task()).isEqualTo(kept);
            assertThat(stored.result()).isNull();
        });
        assertThat(find(deleted.id())).contains(deleted);
        assertThat(findByKey("deleted")).isPresent();
        assertThat(findByKey("inserted")).isEmpty();
    }

    @Test
    void leavesTheNeighboursOfAUnitThatThrowsAlone() {
        List<CompletionStage<Task>> stages =
                IntStream.range(0, 100).mapToObj(this::insertUnlessThird).toList();

        for (int n = 0; n < stages.size(); n++) {
            if (n % 3 == 0) {
                assertThat(stages.get(n)).failsWithin(PATIENCE);
            } else {
                Task task = assertThat(stages.get(n)).succeedsWithin(PATIENCE).actual();
                assertThat(find(task.id())).contains(task);
            }
        }
        assertThat(total()).isEqualTo(66);
    }

    @Test
    void seesItsOwnChanges() {
        write(tx -> {
            Task queued = tx.insert(aTask().idempotencyKey("key").build());
            Task later = tx.insert(aTask().delay(Duration.ofSeconds(1)).build());
            ClaimCriteria criteria = ClaimCriteria.of(Tasks.SKILLS, 10);
            assertThat(tx.offers().claimable(criteria)).extracting("task").containsExactly(queued);
            assertThat(tx.ripe(Timer.DUE, later.runAfter(), 10)).containsExactly(later);
            seesItsInserts(tx, queued, later);
            Task saved = Tasks.save(tx, Tasks.moved(queued.cancel(tx.now())));
            assertThat(tx.find(queued.id())).contains(saved);
            assertThat(tx.offers().claimable(criteria)).isEmpty();
            assertThat(tx.statistics().oldestQueued()).isEmpty();
            tx.delete(queued.id());
            assertThat(tx.find(queued.id())).isEmpty();
            return saved;
        });
    }

    @Test
    void seesWhatUnitsBeforeItHaveDone() {
        Task task = insert(aTask());

        Optional<Task> found = write(tx -> tx.find(task.id()));

        assertThat(found).contains(task);
    }

    @Test
    void takesItsTimeFromTheClockAndKeepsItToTheEnd() {
        Instant start = clock.now();

        List<Instant> times = write(tx -> {
            Instant before = tx.now();
            clock.advance(Duration.ofHours(1));
            return List.of(before, tx.now());
        });

        assertThat(times.get(1)).isEqualTo(times.get(0)).isBetween(start, clock.now());
    }

    @Test
    void tellsTheNewTimeToTheNextUnit() {
        write(TaskTransaction::now);
        Instant later = clock.advance(Duration.ofHours(1));

        assertThat(write(TaskTransaction::now)).isEqualTo(later);
    }

    @Test
    void acceptsAUnitThatHoldsMemory() {
        CompletionStage<Task> stage = store.write(tx -> tx.insert(aTask().build()), 1_000_000);

        assertThat(stage).succeedsWithin(PATIENCE);
    }

    @Test
    void goesOnWhileThoseWhoDependOnAStageTakeTheirTime() throws InterruptedException {
        int slow = 20;
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch released = new CountDownLatch(1);
        CountDownLatch ran = new CountDownLatch(1);
        for (int n = 0; n < slow; n++) {
            new Thread(() -> store.write(TaskTransaction::now).thenAccept(now -> {
                        begun.countDown();
                        await(released);
                    }))
                    .start();
        }
        assertThat(begun.await(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();

        new Thread(() -> store.write(tx -> {
                    ran.countDown();
                    return tx.now();
                }))
                .start();

        assertThat(ran.await(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
        released.countDown();
    }

    private CompletionStage<Task> insertUnlessThird(int n) {
        return store.write(tx -> {
            Task task = tx.insert(aTask().build());
            if (n % 3 == 0) {
                throw new IllegalStateException("every third");
            }
            return task;
        });
    }

    private static void seesItsInserts(TaskReads reads, Task queued, Task later) {
        assertThat(reads.find(queued.id())).contains(queued);
        assertThat(reads.load(later.id())).map(stored -> stored.task()).contains(later);
        assertThat(reads.findByIdempotencyKey("key")).contains(queued);
        assertThat(reads.statistics().oldestQueued()).containsValue(queued.createdAt());
        assertThat(reads.next(Timer.DUE)).contains(later.runAfter());
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
