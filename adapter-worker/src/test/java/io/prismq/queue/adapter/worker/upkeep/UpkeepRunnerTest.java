package io.prismq.queue.adapter.worker.upkeep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.awaitility.Awaitility.await;

import io.prismq.queue.adapter.worker.FullLog;
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
import java.time.Instant;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class UpkeepRunnerTest {
    private final SystemClock clock = new SystemClock();
    private final AtomicInteger timesWithoutMemory = new AtomicInteger();
    private final AtomicLong nanos = new AtomicLong();
    private final TaskStore memory = new InMemoryTaskStore(clock);
    private final SteppedStore store = new SteppedStore(memory);
    private final UpkeepRunner upkeep = new UpkeepRunner(
            store,
            new TaskUpkeep(store, Workshop.POLICIES, new SeededRandomness(1)),
            new WorkerRegistry(store, clock, WorkerRegistry.DEFAULT_SILENCE),
            this::time,
            nanos::get);

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
    void goes_on_after_errors_that_it_can_neither_avert_nor_tell() {
        try (FullLog none = new FullLog(UpkeepRunner.class)) {
            upkeep.start();
            timesWithoutMemory.set(2);
            await().until(() -> timesWithoutMemory.get() == 0);

            awaitQueued(insertDueIn(Duration.ofMillis(1)));
        }
    }

    @Test
    void tells_how_long_it_has_not_gone_round() {
        upkeep.start();
        nanos.addAndGet(Duration.ofMinutes(1).toNanos());
        awaitQueued(insertDueIn(Duration.ofMillis(1)));
        await().until(() -> upkeep.sinceRound().isZero());

        upkeep.stop(Duration.ofSeconds(10));
        nanos.addAndGet(Duration.ofMinutes(2).toNanos());

        assertThat(upkeep.sinceRound()).isEqualTo(Duration.ofMinutes(2));
    }

    @Test
    void has_not_gone_round_where_the_store_does_not_let_it() {
        store.failReads(new StoreFullException("no room"));
        upkeep.start();
        await().until(() -> store.reader() != null);

        nanos.addAndGet(Duration.ofMinutes(1).toNanos());

        assertThat(upkeep.sinceRound()).isEqualTo(Duration.ofMinutes(1));
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

    private Instant time() {
        if (timesWithoutMemory.getAndUpdate(times -> Math.max(0, times - 1)) > 0) {
            throw new OutOfMemoryError("as the test wants it");
        }
        return clock.now();
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
