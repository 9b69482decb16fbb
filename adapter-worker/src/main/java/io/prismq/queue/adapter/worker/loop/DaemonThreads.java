package io.prismq.queue.adapter.worker.loop;

import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Threads that do not keep the process alive. They are the platform's own, also where there are virtual ones: those
 * share few carriers, and a handler that computes without end would take one from everybody else.
 */
public final class DaemonThreads implements ThreadFactory {
    private final String prefix;
    private final AtomicInteger made = new AtomicInteger();

    public DaemonThreads(String prefix) {
        this.prefix = prefix;
    }

    @Override
    public Thread newThread(Runnable work) {
        Thread thread = new Thread(work, prefix + made.incrementAndGet());
        thread.setDaemon(true);
        return thread;
    }
}
