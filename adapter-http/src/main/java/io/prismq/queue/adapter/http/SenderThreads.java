package io.prismq.queue.adapter.http;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Threads that may be held up by clients who read slowly. None lives until it is needed. */
final class SenderThreads {
    private static final int MAX = 64;
    private static final long IDLE_SECONDS = 30;

    private SenderThreads() {}

    /** When all are held up, whoever has something to send sends it himself. */
    static ExecutorService pool() {
        return new ThreadPoolExecutor(
                0,
                MAX,
                IDLE_SECONDS,
                TimeUnit.SECONDS,
                new SynchronousQueue<>(),
                daemons(),
                new ThreadPoolExecutor.CallerRunsPolicy());
    }

    private static ThreadFactory daemons() {
        AtomicInteger number = new AtomicInteger();
        return task -> {
            Thread thread = new Thread(task, "prismq-http-send-" + number.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        };
    }
}
