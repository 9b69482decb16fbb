package io.prismq.queue.adapter.worker.upkeep;

import io.prismq.queue.adapter.worker.loop.DaemonThreads;
import io.prismq.queue.adapter.worker.loop.Trouble;
import io.prismq.queue.domain.port.TaskStoreException;
import java.time.Duration;
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
            while (!Thread.currentThread().isInterrupted()) {
                TimeUnit.MILLISECONDS.sleep(runOnce().toMillis());
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
