package io.prismq.queue.adapter.worker;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;

/**
 * Runs handlers at once on the caller's thread, or, when told so, not before the test says so, or each on a thread of its
 * own.
 */
final class ManualThreads implements Executor {
    private final Deque<Runnable> waiting = new ArrayDeque<>();
    private final Semaphore ends = new Semaphore(0);
    private boolean holding;
    private boolean refusing;
    private boolean apart;

    /** From now on handlers wait to be run. */
    void hold() {
        holding = true;
    }

    /** From now on there is no thread to be had. */
    void refuse() {
        refusing = true;
    }

    /** From now on each handler has a thread of its own. */
    void apart() {
        apart = true;
    }

    /** Waits until one more handler that has a thread of its own has ended. */
    void awaitOneEnd() throws InterruptedException {
        ends.acquire();
    }

    void runNext() {
        waiting.remove().run();
    }

    int waiting() {
        return waiting.size();
    }

    @Override
    public void execute(Runnable work) {
        if (refusing) {
            throw new RejectedExecutionException("no thread left");
        }
        if (holding) {
            waiting.add(work);
        } else if (apart) {
            Thread thread = new Thread(() -> runApart(work), "task-apart");
            thread.setDaemon(true);
            thread.start();
        } else {
            work.run();
        }
    }

    private void runApart(Runnable work) {
        try {
            work.run();
        } finally {
            ends.release();
        }
    }
}
