package io.prismq.queue.adapter.sqlite.commit;

import java.util.Objects;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinWorkerThread;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Work for which a thread waits: if it is one of a {@link ForkJoinPool}, another one takes its place there meanwhile. */
final class Blocking<T> implements ForkJoinPool.ManagedBlocker {
    private final Supplier<T> work;
    private @Nullable T outcome;

    private Blocking(Supplier<T> work) {
        this.work = work;
    }

    /** Does it on this thread, and returns what it returns. Where threads are idle anyway, none has to be woken for that. */
    static <T> T call(Supplier<T> work) {
        Blocking<T> blocking = new Blocking<>(work);
        if (Thread.currentThread() instanceof ForkJoinWorkerThread thread && isBusy(thread.getPool())) {
            blocking.tellThePool();
        } else {
            blocking.block();
        }
        return Objects.requireNonNull(blocking.outcome, "all work has an outcome");
    }

    private static boolean isBusy(ForkJoinPool pool) {
        return pool.getActiveThreadCount() >= pool.getParallelism();
    }

    private void tellThePool() {
        try {
            ForkJoinPool.managedBlock(this);
        } catch (InterruptedException stopped) {
            throw new AssertionError("the work says nothing of interrupts", stopped);
        }
    }

    @Override
    public boolean block() {
        outcome = work.get();
        return true;
    }

    @Override
    public boolean isReleasable() {
        return outcome != null;
    }
}
