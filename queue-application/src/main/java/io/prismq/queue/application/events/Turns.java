package io.prismq.queue.application.events;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Does one thing again and again, each time that it is due: after a silence at once, in a storm with rests between. What
 * becomes due while it is done is done once more. Safe for use by many threads.
 */
final class Turns {
    private static final Duration REST = Duration.ofMillis(25);

    private final Executor threads;
    private final Runnable turn;
    private final AtomicBoolean isDue = new AtomicBoolean();
    private final AtomicLong last = new AtomicLong(System.nanoTime() - REST.toNanos());

    Turns(Executor threads, Runnable turn) {
        this.threads = threads;
        this.turn = turn;
    }

    /** One is due, after the rest. */
    void due() {
        dueAfter(REST.minusNanos(System.nanoTime() - last.get()));
    }

    /** One is due after that time, unless one is due before. */
    void dueAfter(Duration delay) {
        if (isDue.compareAndSet(false, true)) {
            try {
                CompletableFuture.delayedExecutor(Math.max(0, delay.toMillis()), TimeUnit.MILLISECONDS, threads)
                        .execute(this::take);
            } catch (Error noThread) {
                isDue.set(false);
                throw noThread;
            }
        }
    }

    /** Another one can become due as soon as this one has begun. */
    private void take() {
        isDue.set(false);
        last.set(System.nanoTime());
        turn.run();
    }
}
