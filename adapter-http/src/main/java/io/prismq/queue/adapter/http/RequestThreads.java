package io.prismq.queue.adapter.http;

import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinWorkerThread;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.util.component.AbstractLifeCycle;
import org.eclipse.jetty.util.thread.ThreadPool;

/**
 * The threads that serve requests. Few, so that under load each finds its next request waiting and none has to be woken
 * for it. As long as some wait, others take their places: a store tells that they do by {@link ForkJoinPool#managedBlock}.
 */
final class RequestThreads extends AbstractLifeCycle implements ThreadPool {
    /** Two for each processor; some of them accept connections, and see which of them have something to say. */
    private static final int AT_WORK = 2 * Math.max(2, Runtime.getRuntime().availableProcessors());

    /** With those that wait. */
    private static final int MOST = 256 + AT_WORK;

    private static final int IDLE_SECONDS = 60;

    private final ForkJoinPool pool = new ForkJoinPool(
            AT_WORK,
            RequestThreads::named,
            null,
            true,
            AT_WORK,
            MOST,
            AT_WORK,
            full -> true,
            IDLE_SECONDS,
            TimeUnit.SECONDS);

    @Override
    public void execute(Runnable task) {
        pool.execute(task);
    }

    @Override
    public void join() throws InterruptedException {
        pool.awaitTermination(Long.MAX_VALUE, TimeUnit.NANOSECONDS);
    }

    @Override
    public int getThreads() {
        return pool.getPoolSize();
    }

    @Override
    public int getIdleThreads() {
        return pool.getPoolSize() - pool.getActiveThreadCount();
    }

    @Override
    public boolean isLowOnThreads() {
        return pool.getPoolSize() == MOST;
    }

    @Override
    protected void doStop() {
        pool.shutdownNow();
    }

    private static ForkJoinWorkerThread named(ForkJoinPool pool) {
        ForkJoinWorkerThread thread = ForkJoinPool.defaultForkJoinWorkerThreadFactory.newThread(pool);
        thread.setName("prismq-http-" + thread.getPoolIndex());
        return thread;
    }
}
