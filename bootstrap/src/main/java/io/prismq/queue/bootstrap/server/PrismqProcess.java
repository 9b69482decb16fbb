package io.prismq.queue.bootstrap.server;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The parts of the program as one: started in order, stopped in reverse. Started and stopped once; safe for use by many
 * threads.
 */
public final class PrismqProcess implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(PrismqProcess.class);

    /**
     * Something that is started and stopped.
     *
     * @param start may throw; then the parts before it are stopped
     */
    public record Part(String name, Runnable start, Runnable stop) {
        /** Something that was open before. */
        public static Part open(String name, Runnable close) {
            return new Part(name, () -> {}, close);
        }
    }

    private final List<Part> parts;
    private final Runnable drain;
    private final Deque<Part> started = new ArrayDeque<>();
    private final CountDownLatch ended = new CountDownLatch(1);

    /**
     * Puts the parts together without starting anything.
     *
     * @param drain done before anything is stopped: no new work is taken from then on
     */
    public PrismqProcess(List<Part> parts, Runnable drain) {
        this.parts = List.copyOf(parts);
        this.drain = drain;
    }

    /** Starts every part; where one cannot start, none is left running and its exception says why. */
    public synchronized void start() {
        for (Part part : parts) {
            started.push(part);
            try {
                part.start().run();
            } catch (RuntimeException failed) {
                stop();
                throw failed;
            }
        }
    }

    /** Lets what runs come to its end, gives back what does not, and lets go of the database. */
    public synchronized void stop() {
        if (ended.getCount() == 0) {
            return;
        }
        boolean wasReady = started.size() == parts.size();
        if (wasReady) {
            LOG.info("stopping; running tasks get their grace");
        }
        drain.run();
        while (!started.isEmpty()) {
            stop(started.pop());
        }
        if (wasReady) {
            LOG.info("stopped");
        }
        ended.countDown();
    }

    /** Waits until all is stopped. */
    public void await() throws InterruptedException {
        ended.await();
    }

    @Override
    public void close() {
        stop();
    }

    private static void stop(Part part) {
        try {
            part.stop().run();
        } catch (RuntimeException failed) {
            LOG.error("{} did not stop as it should", part.name(), failed);
        }
    }
}
