package io.prismq.queue.domain.contract;

import static io.prismq.queue.domain.testing.Tasks.LEASE;
import static io.prismq.queue.domain.testing.Tasks.TIMEOUT;
import static io.prismq.queue.domain.testing.Tasks.WORKER;
import static io.prismq.queue.domain.testing.Tasks.aTask;
import static io.prismq.queue.domain.testing.Tasks.moved;
import static org.assertj.core.api.Assertions.assertThat;

import io.prismq.queue.domain.port.ClaimCriteria;
import io.prismq.queue.domain.port.Randomness;
import io.prismq.queue.domain.port.SecureRandomness;
import io.prismq.queue.domain.task.Claim;
import io.prismq.queue.domain.task.Task;
import io.prismq.queue.domain.task.TaskId;
import io.prismq.queue.domain.task.TaskStatus;
import io.prismq.queue.domain.testing.Tasks;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

abstract class ConcurrencyContract extends StoreTest {
    private static final int ENQUEUERS = 4;
    private static final int CLAIMERS = 4;
    private static final int EACH = 100;

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Randomness randomness = new SecureRandomness();

    ConcurrencyContract(TaskStoreContract contract) {
        super(contract);
    }

    @AfterEach
    void stopThreads() {
        threads.shutdownNow();
    }

    @Test
    void claimsEveryTaskOnce() throws Exception {
        Queue<TaskId> claimed = new ConcurrentLinkedQueue<>();
        AtomicInteger left = new AtomicInteger(ENQUEUERS * EACH);

        List<Future<List<TaskId>>> enqueuing = start(ENQUEUERS, this::enqueueTasks);
        List<Future<Integer>> claiming = start(CLAIMERS, () -> claimUntilNoneIsLeft(claimed, left));

        List<TaskId> enqueued =
                results(enqueuing).stream().flatMap(List::stream).toList();
        results(claiming);
        assertThat(enqueued).hasSize(ENQUEUERS * EACH).doesNotHaveDuplicates();
        assertThat(claimed).containsExactlyInAnyOrderElementsOf(enqueued);
        assertThat(count(TaskStatus.PROCESSING)).isEqualTo(ENQUEUERS * EACH);
    }

    @Test
    void insertsOneTaskPerIdempotencyKey() throws Exception {
        List<Future<Collection<TaskId>>> racing = start(ENQUEUERS, () -> {
            Collection<TaskId> ids = new ArrayList<>();
            for (int n = 0; n < EACH; n++) {
                ids.add(insertUnlessThere("key " + n));
            }
            return ids;
        });

        assertThat(Set.copyOf(results(racing))).hasSize(1);
        assertThat(total()).isEqualTo(EACH);
    }

    @Test
    void showsNobodyAUnitHalfDone() throws Exception {
        List<Future<Integer>> writing = start(2, () -> {
            for (int n = 0; n < EACH; n++) {
                insertAll(aTask(), aTask().type("twin"));
            }
            return EACH;
        });

        while (!writing.stream().allMatch(Future::isDone)) {
            assertThat(total() % 2).isZero();
            assertThat(write(tx -> tx.statistics().counts().total()) % 2).isZero();
        }
        results(writing);
        assertThat(total()).isEqualTo(4 * EACH);
    }

    @Test
    void losesNoSaveOfManyToOneTask() throws Exception {
        Task task = insert(aTask());

        results(start(ENQUEUERS, () -> {
            for (int n = 0; n < EACH; n++) {
                write(tx -> Tasks.save(tx, tx.find(task.id()).orElseThrow()));
            }
            return EACH;
        }));

        assertThat(find(task.id())).map(Task::version).contains((long) ENQUEUERS * EACH);
    }

    private List<TaskId> enqueueTasks() {
        List<TaskId> ids = new ArrayList<>();
        for (int n = 0; n < EACH; n++) {
            ids.add(insert(aTask().priority(1 + n % 3)).id());
        }
        return ids;
    }

    private int claimUntilNoneIsLeft(Queue<TaskId> claimed, AtomicInteger left) {
        ClaimCriteria criteria = ClaimCriteria.of(Tasks.SKILLS, 7);
        int units = 0;
        while (left.get() > 0 && !Thread.currentThread().isInterrupted()) {
            List<TaskId> ids = write(tx -> tx.offers().claimable(criteria).stream()
                    .map(found -> Tasks.save(tx, moved(found.task().claim(aClaim(), tx.now()))))
                    .map(Task::id)
                    .toList());
            claimed.addAll(ids);
            left.addAndGet(-ids.size());
            units++;
        }
        return units;
    }

    private Claim aClaim() {
        return new Claim(WORKER, randomness.leaseToken(), LEASE, TIMEOUT, null);
    }

    private TaskId insertUnlessThere(String key) {
        return write(tx -> tx.findByIdempotencyKey(key)
                .orElseGet(() -> tx.insert(aTask().idempotencyKey(key).build()))
                .id());
    }

    private <T> List<Future<T>> start(int count, Callable<T> job) {
        List<Future<T>> started = new ArrayList<>();
        for (int n = 0; n < count; n++) {
            started.add(threads.submit(job));
        }
        return started;
    }

    private static <T> List<T> results(List<Future<T>> started) throws Exception {
        List<T> results = new ArrayList<>();
        for (Future<T> future : started) {
            results.add(future.get(2 * PATIENCE.toSeconds(), TimeUnit.SECONDS));
        }
        return results;
    }
}
