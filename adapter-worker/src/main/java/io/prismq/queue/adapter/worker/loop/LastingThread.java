package io.prismq.queue.adapter.worker.loop;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;

/**
 * A thread that does one thing round after round until it is told to end. No round ends it, whatever it throws, not even
 * where there is no room left to tell the log: nobody would begin it again.
 */
public final class LastingThread {
    /** So that an error that does not go away does not keep a processor busy. */
    private static final long REST_AFTER_ERROR_NANOS = TimeUnit.MILLISECONDS.toNanos(500);

    private final String name;
    private final Round round;
    private final Logger log;
    private final CountDownLatch ended = new CountDownLatch(1);
    private final Thread thread;

    /** What is done again and again. */
    @FunctionalInterface
    public interface Round {
        void go() throws ExecutionException, InterruptedException;
    }

    public LastingThread(String name, Round round, Logger log) {
        this.name = name;
        this.round = round;
        this.log = log;
        this.thread = new DaemonThreads(name + "-").newThread(this::run);
    }

    /**
     * Begins with the first round.
     *
     * @throws IllegalThreadStateException if it was started before
     */
    public void start() {
        thread.start();
    }

    /** Interrupts the round that is under way; there is none after it. */
    public void end() {
        ended.countDown();
        thread.interrupt();
    }

    /** Waits for the end, unless the one who waits is interrupted. */
    public void join(Duration grace) {
        try {
            thread.join(Math.max(1, grace.toMillis()));
        } catch (InterruptedException hurry) {
            Thread.currentThread().interrupt();
        }
    }

    /** Inside a round: waits, but not beyond the end. */
    public void rest(Duration wait) throws InterruptedException {
        ended.await(wait.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void run() {
        while (!isEnded()) {
            try {
                round.go();
            } catch (Throwable broken) {
                goOnAfter(broken);
            }
        }
    }

    /** Makes nothing anew outside the try: what broke the round may be that there is no memory. */
    private void goOnAfter(Throwable broken) {
        if (isEnded()) {
            return;
        }
        try {
            log.error("{} met an error of its own, and goes on", name, broken);
        } catch (Throwable untold) {
            // Whoever waits for the rounds finds them late.
        }
        LockSupport.parkNanos(REST_AFTER_ERROR_NANOS);
    }

    private boolean isEnded() {
        return ended.getCount() == 0;
    }
}
