package io.prismq.queue.domain.testing;

import io.prismq.queue.domain.port.Clock;
import io.prismq.queue.domain.port.Commit;
import io.prismq.queue.domain.port.TaskReads;
import io.prismq.queue.domain.port.TaskStore;
import io.prismq.queue.domain.port.TaskTransaction;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Keeps tasks for as long as the process lives. A unit of work runs on the thread that calls {@link #write}, under a
 * lock, and has had its effect when the call returns; the stage completes on another thread, as the port demands.
 */
public final class InMemoryTaskStore implements TaskStore {
    /** Not the pool that all share: with few processors it has one thread, and whoever blocks it blocks every store. */
    private static final Executor ACKNOWLEDGING = Executors.newCachedThreadPool(work -> {
        Thread thread = new Thread(work, "in-memory-store");
        thread.setDaemon(true);
        return thread;
    });

    private final ReentrantLock lock = new ReentrantLock();
    private final TaskTable table = new TaskTable();
    private final List<Consumer<? super Commit>> listeners = new CopyOnWriteArrayList<>();
    private final Clock clock;

    /** An empty store whose units of work take their time from the clock. */
    public InMemoryTaskStore(Clock clock) {
        this.clock = clock;
    }

    @Override
    public <R> CompletionStage<R> write(Function<? super TaskTransaction, ? extends R> unit, long heldBytes) {
        CompletableFuture<R> stage = new CompletableFuture<>();
        try {
            R result = run(unit);
            stage.completeAsync(() -> result, ACKNOWLEDGING);
        } catch (Throwable thrown) {
            ACKNOWLEDGING.execute(() -> stage.completeExceptionally(thrown));
        }
        return stage;
    }

    @Override
    public <R> R read(Function<? super TaskReads, ? extends R> query) {
        lock.lock();
        try {
            return query.apply(table);
        } finally {
            lock.unlock();
        }
    }

    @Override
    public Subscription subscribe(Consumer<? super Commit> listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    private <R> R run(Function<? super TaskTransaction, ? extends R> unit) {
        lock.lock();
        try {
            InMemoryTransaction tx = new InMemoryTransaction(table, clock.now());
            R result = applied(unit, tx);
            Commit commit = tx.commit();
            table.history().log().add(commit);
            tell(commit);
            return result;
        } finally {
            lock.unlock();
        }
    }

    private static <R> R applied(Function<? super TaskTransaction, ? extends R> unit, InMemoryTransaction tx) {
        try {
            return unit.apply(tx);
        } catch (Throwable thrown) {
            tx.rollBack();
            throw thrown;
        }
    }

    /** Under the lock, so that commits are told in their order. */
    private void tell(Commit commit) {
        if (commit.isNews()) {
            listeners.forEach(listener -> listener.accept(commit));
        }
    }
}
