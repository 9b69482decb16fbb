package io.prismq.queue.bootstrap.health;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Asks for reasons no more than once a second, and once at a time: who asks meanwhile gets the latest answer. However
 * many probe, the store has little to do. Safe for use by many threads.
 */
public final class RecentAnswer implements Supplier<List<String>> {
    static final Duration KEPT = Duration.ofSeconds(1);

    private final ReentrantLock lock = new ReentrantLock();
    private final Supplier<List<String>> reasons;
    private final LongSupplier steadyNanos;
    private @Nullable List<String> latest;
    private long answeredAtNanos;

    /** Keeps answers by a steady time in nanoseconds. */
    public RecentAnswer(Supplier<List<String>> reasons, LongSupplier steadyNanos) {
        this.reasons = reasons;
        this.steadyNanos = steadyNanos;
    }

    @Override
    public List<String> get() {
        lock.lock();
        try {
            List<String> known = latest;
            if (known == null || steadyNanos.getAsLong() - answeredAtNanos >= KEPT.toNanos()) {
                known = List.copyOf(reasons.get());
                latest = known;
                answeredAtNanos = steadyNanos.getAsLong();
            }
            return known;
        } finally {
            lock.unlock();
        }
    }
}
