package io.prismq.queue.application;

import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * A few threads for those who have been woken, however many: each asks the store, which serves a few at a time anyway.
 * The pool that all of the process share will not do: depending on the machine and the JDK it has one thread for
 * everybody, or a new one for each task.
 */
public final class WakeThreads {
    private static final int MOST = 4;
    private static final long IDLE_SECONDS = 10;

    private WakeThreads() {}

    /** Its threads end when they are idle, so that nobody has to shut it down. */
    public static Executor executor() {
        return executor(MOST);
    }

    /** As {@link #executor()}, with no more threads than that. */
    public static Executor executor(int most) {
        ThreadPoolExecutor threads = new ThreadPoolExecutor(
                most, most, IDLE_SECONDS, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), work -> {
                    Thread thread = new Thread(work, "prismq-wake");
                    thread.setDaemon(true);
                    return thread;
                });
        threads.allowCoreThreadTimeOut(true);
        return threads;
    }
}
