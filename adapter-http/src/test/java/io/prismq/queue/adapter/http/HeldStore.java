package io.prismq.queue.adapter.http;

import io.prismq.queue.domain.port.Commit;
import io.prismq.queue.domain.port.TaskReads;
import io.prismq.queue.domain.port.TaskStore;
import io.prismq.queue.domain.port.TaskTransaction;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;
import java.util.function.Function;

/** Writes at once, tells so, and acknowledges nothing before it may. */
record HeldStore(TaskStore store, Semaphore written, CompletionStage<Void> release) implements TaskStore {
    @Override
    public <R> CompletionStage<R> write(Function<? super TaskTransaction, ? extends R> unit, long heldBytes) {
        CompletionStage<R> acknowledged = store.write(unit, heldBytes);
        written.release();
        return release.thenCompose(now -> acknowledged);
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
