package io.prismq.queue.adapter.worker;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;

/** Runs handlers at once on the caller's thread, or, when told to wait, not before the test says so. */
final class ManualThreads implements Executor {
    private final Deque<Runnable> waiting = new ArrayDeque<>();
    private boolean holding;
    private boolean refusing;

    /** From now on handlers wait to be run. */
    void hold() {
        holding = true;
    }

    /** From now on there is no thread to be had. */
    void refuse() {
        refusing = true;
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
        } else {
            work.run();
        }
    }
}
