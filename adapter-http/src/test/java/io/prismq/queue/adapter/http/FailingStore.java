package io.prismq.queue.adapter.http;

import io.prismq.queue.domain.port.Commit;
import io.prismq.queue.domain.port.TaskReads;
import io.prismq.queue.domain.port.TaskStore;
import io.prismq.queue.domain.port.TaskTransaction;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import java.util.function.Function;

/** A store that can do nothing, for one reason. */
record FailingStore(RuntimeException reason) implements TaskStore {
    @Override
    public <R> CompletionStage<R> write(Function<? super TaskTransaction, ? extends R> unit, long heldBytes) {
        return CompletableFuture.failedStage(reason);
    }

    @Override
    public <R> R read(Function<? super TaskReads, ? extends R> query) {
        throw reason;
    }

    @Override
    public Subscription subscribe(Consumer<? super Commit> listener) {
        return () -> {};
    }
}
