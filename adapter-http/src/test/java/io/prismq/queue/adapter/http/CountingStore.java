package io.prismq.queue.adapter.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.prismq.queue.domain.port.Commit;
import io.prismq.queue.domain.port.TaskReads;
import io.prismq.queue.domain.port.TaskStore;
import io.prismq.queue.domain.port.TaskTransaction;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Function;

/** Counts the units of work that have run. */
record CountingStore(TaskStore store, AtomicInteger count, Semaphore news) implements TaskStore {
    static CountingStore of(TaskStore store) {
        return new CountingStore(store, new AtomicInteger(), new Semaphore(0));
    }

    /** Waits until so many more have run. */
    void await(int more) throws InterruptedException {
        assertThat(news.tryAcquire(more, 30, TimeUnit.SECONDS))
                .as("so many units of work have run: %s", count)
                .isTrue();
    }

    @Override
    public <R> CompletionStage<R> write(Function<? super TaskTransaction, ? extends R> unit, long heldBytes) {
        CompletionStage<R> stage = store.write(unit, heldBytes);
        count.incrementAndGet();
        news.release();
        return stage;
    }

    @Override
    public <R> R read(Function<? super TaskReads, ? extends R> query) {
        return store.read(query);
    }

    @Override
    public Subscription subscribe(Consumer<? super Commit> listener) {
        return store.subscribe(listener);
    }
}
