package io.prismq.queue.adapter.worker;

import io.prismq.queue.adapter.worker.loop.DaemonThreads;
import java.util.concurrent.ThreadFactory;

/** What handlers run on. */
public enum ThreadKind {
    /**
     * Threads of the operating system: a handler that computes without end takes a processor from nobody for longer than
     * the system lets it.
     */
    PLATFORM {
        @Override
        ThreadFactory factory(String prefix) {
            return new DaemonThreads(prefix);
        }
    },
    /**
     * Virtual threads, which share few carriers: for many handlers that wait, on Java 21 or newer. One that computes
     * without end takes a carrier from everybody else.
     */
    VIRTUAL {
        @Override
        ThreadFactory factory(String prefix) {
            return VirtualThreads.factory(prefix);
        }
    };

    /**
     * Makes threads that do not keep the process alive, named by the prefix and a number from 1.
     *
     * @throws IllegalStateException if this Java has no such threads
     */
    abstract ThreadFactory factory(String prefix);
}
