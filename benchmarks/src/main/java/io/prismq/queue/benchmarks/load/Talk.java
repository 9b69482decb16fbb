package io.prismq.queue.benchmarks.load;

import org.jspecify.annotations.Nullable;

/** What one connection says; asked by one thread alone. */
public interface Talk {
    /**
     * The bytes of the next request.
     *
     * @param last the answer to the one before; null at the beginning. Not to be kept: its bytes are written over
     * @return null to say nothing more
     */
    byte @Nullable [] next(@Nullable Answer last);

    /** When the next request is due, as {@link System#nanoTime} counts; told before it is asked for. */
    default long dueNanos() {
        return System.nanoTime();
    }
}
