package io.prismq.queue.bootstrap.remote;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The places where tasks are run at the same time. */
final class Slots {
    private static final Logger LOG = LoggerFactory.getLogger(Slots.class);

    private final int size;
    private final Semaphore free;
    private final ExecutorService threads;
    private final Set<TaskRun> runs = ConcurrentHashMap.newKeySet();

    Slots(int size, ExecutorService threads) {
        this.size = size;
        this.free = new Semaphore(size);
        this.threads = threads;
    }

    /** Takes at least one free slot and no more than so many; how many. */
    int take(int most) throws InterruptedException {
        free.acquire();
        int taken = 1;
        while (taken < most && free.tryAcquire()) {
            taken++;
        }
        return taken;
    }

    void putBack(int unused) {
        free.release(unused);
    }

    /** Runs the task on a slot that was taken; the slot is free again afterwards. */
    void run(TaskRun task) {
        runs.add(task);
        threads.execute(() -> {
            try {
                task.run();
            } catch (InterruptedException abandoned) {
                Thread.currentThread().interrupt();
            } catch (RuntimeException defect) {
                LOG.error("A run ended unexpectedly; the task will be run again", defect);
            } finally {
                runs.remove(task);
                free.release();
            }
        });
    }

    /** Whether all slots were free within the time. */
    boolean awaitIdle(Duration patience) throws InterruptedException {
        boolean idle = free.tryAcquire(size, patience.toMillis(), TimeUnit.MILLISECONDS);
        if (idle) {
            free.release(size);
        }
        return idle;
    }

    /** Ends the commands that still run. */
    void giveBackAll() {
        runs.forEach(TaskRun::giveBack);
    }
}
