package io.prismq.queue.adapter.http;

import io.prismq.queue.domain.port.Commit;
import io.prismq.queue.domain.port.TaskReads;
import io.prismq.queue.domain.port.TaskStore;
import io.prismq.queue.domain.port.TaskTransaction;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import java.util.function.Function;

/** A store on a machine that has no memory left. */
final class OutOfMemoryStore implements TaskStore {
    @Override
    public <R> CompletionStage<R> write(Function<? super TaskTransaction, ? extends R> unit, long heldBytes) {
        return CompletableFuture.failedStage(new OutOfMemoryError("a test"));
    }

    @Override
    public <R> R read(Function<? super TaskReads, ? extends R> query) {
        throw new OutOfMemoryError("a test");
    }

    @Override
    public Subscription subscribe(Consumer<? super Commit> listener) {
        return () -> {};
    }
}
