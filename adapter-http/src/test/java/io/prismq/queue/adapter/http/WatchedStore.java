package io.prismq.queue.adapter.http;

import io.prismq.queue.domain.port.Commit;
import io.prismq.queue.domain.port.TaskReads;
import io.prismq.queue.domain.port.TaskStore;
import io.prismq.queue.domain.port.TaskTransaction;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import java.util.function.Function;

/** Tells when somebody reads. */
record WatchedStore(TaskStore store, CountDownLatch read) implements TaskStore {
    @Override
    public <R> CompletionStage<R> write(Function<? super TaskTransaction, ? extends R> unit, long heldBytes) {
        return store.write(unit, heldBytes);
    }

    @Override
    public <R> R read(Function<? super TaskReads, ? extends R> query) {
        read.countDown();
        return store.read(query);
    }

    @Override
    public Subscription subscribe(Consumer<? super Commit> listener) {
        return store.subscribe(listener);
    }
}
