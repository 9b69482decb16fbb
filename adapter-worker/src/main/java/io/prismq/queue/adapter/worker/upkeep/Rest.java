package io.prismq.queue.adapter.worker.upkeep;

import java.util.concurrent.locks.LockSupport;

/** What whoever works through much leaves to others after each batch, so that they have the writer most of the time. */
final class Rest {
    /** Of the time that the batch took. */
    private static final int TIMES = 2;

    private Rest() {}

    static void afterWorkSince(long begunNanos) throws InterruptedException {
        LockSupport.parkNanos(TIMES * (System.nanoTime() - begunNanos));
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
    }
}
