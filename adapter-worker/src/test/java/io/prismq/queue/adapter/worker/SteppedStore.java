package io.prismq.queue.adapter.worker;

import io.prismq.queue.domain.port.Commit;
import io.prismq.queue.domain.port.StoreOutcomeUnknownException;
import io.prismq.queue.domain.port.TaskReads;
import io.prismq.queue.domain.port.TaskStore;
import io.prismq.queue.domain.port.TaskTransaction;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A store that answers before its call returns, unless a test makes it fail, or hold its answers back. */
public final class SteppedStore implements TaskStore {
    private final TaskStore store;
    private final Deque<RuntimeException> failures = new ArrayDeque<>();
    private final List<Runnable> heldBack = new ArrayList<>();
    private @Nullable RuntimeException thrown;
    private @Nullable RuntimeException unreadable;
    private boolean holding;
    private boolean forgetful;
    private int writes;
    private volatile @Nullable Thread reader;

    public SteppedStore(TaskStore store) {
        this.store = store;
    }

    /** The next writes fail, one with each of these, and change nothing. */
    public void failNext(RuntimeException... whys) {
        failures.addAll(List.of(whys));
    }

    /** The next write throws instead of failing later. */
    public void throwNext(RuntimeException why) {
        thrown = why;
    }

    /** Every read fails. */
    public void failReads(RuntimeException why) {
        unreadable = why;
    }

    /** The next write is stored, but its caller hears that nobody knows. */
    public void forgetNext() {
        forgetful = true;
    }

    /** Writes happen, but their answers wait. */
    public void holdAnswers() {
        holding = true;
    }

    public void letAnswersGo() {
        holding = false;
        heldBack.forEach(Runnable::run);
        heldBack.clear();
    }

    public int writes() {
        return writes;
    }

    /** The thread that asked last. */
    @Nullable
    public Thread reader() {
        return reader;
    }

    @Override
    public <R> CompletionStage<R> write(Function<? super TaskTransaction, ? extends R> unit, long heldBytes) {
        writes++;
        RuntimeException atOnce = thrown;
        thrown = null;
        if (atOnce != null) {
            throw atOnce;
        }
        if (!failures.isEmpty()) {
            return CompletableFuture.failedStage(failures.remove());
        }
        R answer = store.<R>write(unit, heldBytes).toCompletableFuture().join();
        if (forgetful) {
            forgetful = false;
            return CompletableFuture.failedStage(new StoreOutcomeUnknownException("the commit failed"));
        }
        CompletableFuture<R> stage = new CompletableFuture<>();
        if (holding) {
            heldBack.add(() -> stage.complete(answer));
        } else {
            stage.complete(answer);
        }
        return stage;
    }

    @Override
    public <R> R read(Function<? super TaskReads, ? extends R> query) {
        reader = Thread.currentThread();
        if (unreadable != null) {
            throw unreadable;
        }
        return store.read(query);
    }

    @Override
    public Subscription subscribe(Consumer<? super Commit> listener) {
        return store.subscribe(listener);
    }
}
