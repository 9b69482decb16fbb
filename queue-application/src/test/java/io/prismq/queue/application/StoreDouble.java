package io.prismq.queue.application;

import io.prismq.queue.domain.port.Commit;
import io.prismq.queue.domain.port.StoreBusyException;
import io.prismq.queue.domain.port.TaskReads;
import io.prismq.queue.domain.port.TaskStore;
import io.prismq.queue.domain.port.TaskTransaction;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.Function;

/** A store that another process shares: it tells of foreign commits alone, and only when the test says so. */
final class StoreDouble implements TaskStore {
    private final List<Consumer<? super Commit>> listeners = new CopyOnWriteArrayList<>();
    private final AtomicLong heldBytes = new AtomicLong();
    private final AtomicInteger reads = new AtomicInteger();
    private final TaskStore store;
    private volatile boolean busy;

    StoreDouble(TaskStore store) {
        this.store = store;
    }

    @Override
    public <R> CompletionStage<R> write(Function<? super TaskTransaction, ? extends R> unit, long held) {
        heldBytes.addAndGet(held);
        return store.write(unit, held);
    }

    @Override
    public <R> R read(Function<? super TaskReads, ? extends R> query) {
        reads.incrementAndGet();
        if (busy) {
            throw new StoreBusyException("another process holds the file");
        }
        return store.read(query);
    }

    @Override
    public Subscription subscribe(Consumer<? super Commit> listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    void tellOfAForeignCommit() {
        listeners.forEach(listener -> listener.accept(Commit.FOREIGN));
    }

    void becomeBusy() {
        busy = true;
    }

    /** What all units together were said to hold. */
    long heldBytes() {
        return heldBytes.get();
    }

    int reads() {
        return reads.get();
    }
}
