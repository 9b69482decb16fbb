package io.prismq.queue.adapter.worker.upkeep;

import io.prismq.queue.adapter.worker.loop.LastingThread;
import io.prismq.queue.adapter.worker.loop.Trouble;
import io.prismq.queue.domain.port.TaskStoreException;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Does one chore again and again; a failure is told, and the chore tried again. */
final class ChoreThread {
    private static final Logger LOG = LoggerFactory.getLogger(ChoreThread.class);
    private final String name;
    private final Chore chore;
    private final Duration afterFailure;
    private final Trouble trouble = new Trouble(LOG);
    private final LastingThread thread;

    ChoreThread(String name, Chore chore, Duration afterFailure) {
        this.name = name;
        this.chore = chore;
        this.afterFailure = afterFailure;
        this.thread = new LastingThread(name, this::round, LOG);
    }

    void start() {
        thread.start();
    }

    void end() {
        thread.end();
    }

    void join(Duration grace) {
        thread.join(grace);
    }

    private void round() throws InterruptedException {
        thread.rest(runOnce());
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
