package io.prismq.queue.adapter.worker;

import io.prismq.queue.adapter.worker.loop.DaemonThreads;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** What handlers run on. */
public enum ThreadKind {
    /**
     * Threads of the operating system: a handler that computes without end takes a processor from nobody for longer than
     * the system lets it.
     */
    PLATFORM {
        @Override
        ExecutorService executor(String prefix) {
            return Executors.newCachedThreadPool(new DaemonThreads(prefix));
        }
    },
    /**
     * Virtual threads, one for each task, which share few carriers: for many handlers that wait, on Java 21 or newer. One
     * that computes without end takes a carrier from everybody else.
     */
    VIRTUAL {
        @Override
        ExecutorService executor(String prefix) {
            return new ThreadPoolExecutor(
                    0,
                    Integer.MAX_VALUE,
                    0,
                    TimeUnit.SECONDS,
                    new SynchronousQueue<>(),
                    VirtualThreads.factory(prefix));
        }
    };

    /**
     * Runs as many handlers at a time as it is given, on threads that do not keep the process alive, named by the prefix
     * and a number from 1.
     *
     * @throws IllegalStateException if this Java has no such threads
     */
    abstract ExecutorService executor(String prefix);
}
