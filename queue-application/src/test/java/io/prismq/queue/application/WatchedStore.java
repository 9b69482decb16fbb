package io.prismq.queue.application;

import io.prismq.queue.domain.port.Commit;
import io.prismq.queue.domain.port.StoreBusyException;
import io.prismq.queue.domain.port.TaskReads;
import io.prismq.queue.domain.port.TaskStore;
import io.prismq.queue.domain.port.TaskTransaction;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Function;

/** A store whose writes the test counts, fails, or keeps from being acknowledged. */
final class WatchedStore implements TaskStore {
    private final AtomicInteger writes = new AtomicInteger();
    private final TaskStore store;
    private volatile CompletableFuture<Boolean> acknowledging = CompletableFuture.completedFuture(true);
    private volatile boolean refusing;
    private volatile boolean failing;

    WatchedStore(TaskStore store) {
        this.store = store;
    }

    @Override
    public <R> CompletionStage<R> write(Function<? super TaskTransaction, ? extends R> unit, long held) {
        writes.incrementAndGet();
        if (refusing) {
            throw new StoreBusyException("too much is waiting");
        }
        if (failing) {
            return CompletableFuture.failedStage(new StoreBusyException("another process holds the file"));
        }
        return store.<R>write(unit, held).thenCombine(acknowledging, (result, now) -> result);
    }

    @Override
    public <R> R read(Function<? super TaskReads, ? extends R> query) {
        return store.read(query);
    }

    @Override
    public Subscription subscribe(Consumer<? super Commit> listener) {
        return store.subscribe(listener);
    }

    int writes() {
        return writes.get();
    }

    /** From now on writes happen, but nobody hears of it. */
    void stopAcknowledging() {
        acknowledging = new CompletableFuture<>();
    }

    void acknowledge() {
        acknowledging.complete(true);
    }

    /** From now on writes throw at once. */
    void refuse() {
        refusing = true;
    }

    /** From now on writes fail a little later. */
    void fail() {
        failing = true;
    }

    void recover() {
        refusing = false;
        failing = false;
    }
}
