package io.prismq.queue.adapter.worker.upkeep;

import io.prismq.queue.adapter.worker.loop.DaemonThreads;
import io.prismq.queue.adapter.worker.loop.Trouble;
import io.prismq.queue.domain.port.TaskStoreException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Does one chore again and again; a failure is told, and the chore tried again. */
final class ChoreThread {
    private static final Logger LOG = LoggerFactory.getLogger(ChoreThread.class);
    private final String name;
    private final Chore chore;
    private final Duration afterFailure;
    private final Trouble trouble = new Trouble(LOG);
    private final CountDownLatch ended = new CountDownLatch(1);
    private final Thread thread;

    ChoreThread(String name, Chore chore, Duration afterFailure) {
        this.name = name;
        this.chore = chore;
        this.afterFailure = afterFailure;
        this.thread = new DaemonThreads(name + "-").newThread(this::run);
    }

    void start() {
        thread.start();
    }

    void end() {
        ended.countDown();
        thread.interrupt();
    }

    void join(Duration grace) {
        try {
            thread.join(Math.max(1, grace.toMillis()));
        } catch (InterruptedException hurry) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        try {
            boolean isOver = false;
            while (!isOver) {
                isOver = ended.await(runOnce().toMillis(), TimeUnit.MILLISECONDS);
            }
        } catch (InterruptedException end) {
            LOG.debug("{} has ended", name);
        }
    }

    private Duration runOnce() throws InterruptedException {
        try {
            Duration wait = chore.runOnce();
            trouble.over();
            return wait;
        } catch (TaskStoreException why) {
            trouble.met("go on with " + name, why);
        } catch (ExecutionException | RuntimeException | Error bug) {
            LOG.error("{} met an error of its own, and goes on", name, bug);
        }
        return afterFailure;
    }
}
