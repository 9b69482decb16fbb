package io.prismq.queue.adapter.http.maintenance;

import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** The threads that runs have, and the one that ends those that take too long. None lives until it is needed. */
final class RunThreads {
    /** How many run at a time. A handler that ignores its interrupt keeps its place until it ends. */
    static final int MOST = 4;

    private static final long IDLE_SECONDS = 30;

    private final ExecutorService runners = new ThreadPoolExecutor(
            0, MOST, IDLE_SECONDS, TimeUnit.SECONDS, new SynchronousQueue<>(), daemons("prismq-maintenance-"));
    private final ScheduledThreadPoolExecutor timer =
            new ScheduledThreadPoolExecutor(1, daemons("prismq-maintenance-timer-"));

    RunThreads() {
        timer.setRemoveOnCancelPolicy(true);
    }

    /**
     * Runs it, and interrupts it at the timeout.
     *
     * @throws RejectedExecutionException if no thread is free
     */
    void start(DirectRun run, Duration timeout) {
        Future<?> running = runners.submit(run);
        Future<?> end = timer.schedule(() -> run.timeOut(running, timeout), timeout.toMillis(), TimeUnit.MILLISECONDS);
        run.answer().whenComplete((result, failure) -> end.cancel(false));
    }

    void stop(Duration grace) {
        runners.shutdown();
        try {
            if (!runners.awaitTermination(grace.toMillis(), TimeUnit.MILLISECONDS)) {
                runners.shutdownNow();
            }
        } catch (InterruptedException hurry) {
            runners.shutdownNow();
            Thread.currentThread().interrupt();
        }
        timer.shutdownNow();
    }

    private static ThreadFactory daemons(String prefix) {
        AtomicInteger number = new AtomicInteger();
        return work -> {
            Thread thread = new Thread(work, prefix + number.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        };
    }
}
