package io.prismq.queue.adapter.worker.upkeep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.awaitility.Awaitility.await;

import io.prismq.queue.adapter.worker.SteppedStore;
import io.prismq.queue.adapter.worker.Workshop;
import io.prismq.queue.application.TaskUpkeep;
import io.prismq.queue.application.WorkerRegistry;
import io.prismq.queue.domain.port.StoreFullException;
import io.prismq.queue.domain.port.SystemClock;
import io.prismq.queue.domain.port.TaskStore;
import io.prismq.queue.domain.task.TaskId;
import io.prismq.queue.domain.task.TaskStatus;
import io.prismq.queue.domain.testing.InMemoryTaskStore;
import io.prismq.queue.domain.testing.SeededRandomness;
import io.prismq.queue.domain.testing.Tasks;
import java.time.Duration;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class UpkeepRunnerTest {
    private final SystemClock clock = new SystemClock();
    private final TaskStore memory = new InMemoryTaskStore(clock);
    private final SteppedStore store = new SteppedStore(memory);
    private final UpkeepRunner upkeep = new UpkeepRunner(
            store,
            new TaskUpkeep(store, Workshop.POLICIES, new SeededRandomness(1)),
            new WorkerRegistry(store, clock, WorkerRegistry.DEFAULT_SILENCE),
            clock);

    @AfterEach
    void stop() {
        upkeep.close();
    }

    @Test
    void promotes_a_task_when_its_time_comes() {
        upkeep.start();

        TaskId id = insertDueIn(Duration.ofMillis(50));

        awaitQueued(id);
    }

    @Test
    void goes_on_after_the_store_failed() {
        store.failNext(new StoreFullException("no room"), new IllegalStateException("a bug"));
        TaskId id = insertDueIn(Duration.ofMillis(1));

        upkeep.start();

        awaitQueued(id);
    }

    @Test
    void goes_on_after_an_error_of_its_own() {
        store.throwNext(new IllegalStateException("a bug"));
        TaskId id = insertDueIn(Duration.ofMillis(1));

        upkeep.start();

        awaitQueued(id);
    }

    @Test
    void its_thread_has_ended_when_it_was_stopped() {
        upkeep.start();
        await().until(() -> store.reader() != null);

        upkeep.stop(Duration.ofSeconds(10));

        assertThat(Objects.requireNonNull(store.reader()).isAlive()).isFalse();
    }

    @Test
    void can_be_stopped_though_it_was_never_started() {
        upkeep.stop(Duration.ZERO);

        upkeep.start();
    }

    @Test
    void runs_once() {
        upkeep.start();

        assertThatIllegalStateException().isThrownBy(upkeep::start);
    }

    @Test
    void stopping_in_a_hurry_keeps_the_interrupt() {
        upkeep.start();
        Thread.currentThread().interrupt();

        upkeep.stop(Duration.ofHours(1));

        assertThat(Thread.interrupted()).isTrue();
    }

    private void awaitQueued(TaskId id) {
        await().untilAsserted(() -> assertThat(status(id)).isEqualTo(TaskStatus.QUEUED));
    }

    private TaskStatus status(TaskId id) {
        return memory.read(reads -> reads.find(id)).orElseThrow().status();
    }

    private TaskId insertDueIn(Duration delay) {
        return memory.write(tx -> tx.insert(
                                Tasks.aTask().createdAt(tx.now()).delay(delay).build())
                        .id())
                .toCompletableFuture()
                .join();
    }
}
