package io.prismq.queue.adapter.worker.upkeep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.Level;
import io.prismq.queue.adapter.worker.LogLines;
import io.prismq.queue.adapter.worker.Workshop;
import io.prismq.queue.application.TaskUpkeep;
import io.prismq.queue.application.WorkerRegistry;
import io.prismq.queue.domain.port.Commit;
import io.prismq.queue.domain.port.TaskReads;
import io.prismq.queue.domain.port.TaskStore;
import io.prismq.queue.domain.port.TaskTransaction;
import io.prismq.queue.domain.testing.InMemoryTaskStore;
import io.prismq.queue.domain.testing.SeededRandomness;
import io.prismq.queue.domain.testing.SettableClock;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** A store that somebody keeps locked: each question takes longer than the limit of a stall. */
class SlowStoreTest {
    private final SettableClock clock = new SettableClock();
    private final SlowStore store = new SlowStore();
    private final UpkeepRunner upkeep = new UpkeepRunner(
            store,
            new TaskUpkeep(store, Workshop.POLICIES, new SeededRandomness(1)),
            new WorkerRegistry(store, clock, WorkerRegistry.DEFAULT_SILENCE),
            clock);

    @Test
    void is_not_taken_for_a_process_that_stood_still() {
        try (LogLines log = new LogLines(UpkeepRunner.class)) {
            upkeep.start();
            await().until(() -> store.reads.get() > 9);
            upkeep.close();

            assertThat(log.at(Level.WARN)).isEmpty();
        }
    }

    private final class SlowStore implements TaskStore {
        private final TaskStore memory = new InMemoryTaskStore(clock);
        private final AtomicInteger reads = new AtomicInteger();

        @Override
        public <R> CompletionStage<R> write(Function<? super TaskTransaction, ? extends R> unit, long heldBytes) {
            return memory.write(unit, heldBytes);
        }

        @Override
        public <R> R read(Function<? super TaskReads, ? extends R> query) {
            clock.advance(StallWatch.LIMIT.plusSeconds(1));
            reads.incrementAndGet();
            return memory.read(query);
        }

        @Override
        public Subscription subscribe(Consumer<? super Commit> listener) {
            return memory.subscribe(listener);
        }
    }
}
