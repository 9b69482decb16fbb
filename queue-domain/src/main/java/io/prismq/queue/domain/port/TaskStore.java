package io.prismq.queue.domain.port;

import io.prismq.queue.domain.audit.By;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Keeps tasks. All changes happen in units of work, so that what belongs together is one commit and many callers share
 * one fsync.
 *
 * <p>Every method MUST be safe for use by many threads, and MAY throw or complete with a {@link TaskStoreException}.
 */
public interface TaskStore {
    /** The most distinct pairs of task type and compatibility that a store keeps apart. */
    int MAX_LANES = 10_000;

    /**
     * Runs a unit of work in the write transaction and completes when its effect is durable.
     *
     * <p>The unit MUST be short, MUST do no I/O of its own, MUST take its time from {@link TaskTransaction#now()}, and
     * MAY be run again before the stage completes; only the effect of its last run stays. A unit that throws leaves
     * nothing behind and its stage completes with what it threw, while other units of the same commit are not touched.
     * Units see the effect of every unit whose stage has completed, and MUST NOT see a unit half done.
     *
     * <p>The stage MUST NOT complete normally before the effect survives a crash of the process and of the machine, and
     * MUST complete off the thread that runs units, so that what depends on it may take its time.
     *
     * @param heldBytes what the unit keeps in memory until it has run, roughly; the store refuses units beyond its bound
     *     with {@link StoreBusyException} instead of growing without end
     */
    <R> CompletionStage<R> write(Function<? super TaskTransaction, ? extends R> unit, long heldBytes);

    /** {@link #write(Function, long)} for a unit that holds next to nothing. */
    default <R> CompletionStage<R> write(Function<? super TaskTransaction, ? extends R> unit) {
        return write(unit, 0);
    }

    /** {@link #write(Function, long)} for a unit that somebody asks for: where he is named, its events name him. */
    default <R> CompletionStage<R> write(Function<? super TaskTransaction, ? extends R> unit, long heldBytes, By by) {
        if (!by.isNamed()) {
            return write(unit, heldBytes);
        }
        return write(
                tx -> {
                    tx.history().by(by);
                    return unit.apply(tx);
                },
                heldBytes);
    }

    /**
     * Runs a query on a consistent snapshot that holds every write completed before the call. The query MUST NOT keep
     * its argument beyond its return.
     *
     * <p>The thread may have to wait; an implementation whose threads do tells the pool of the thread so, by {@link
     * java.util.concurrent.ForkJoinPool#managedBlock}.
     */
    <R> R read(Function<? super TaskReads, ? extends R> query);

    /**
     * Tells the listener of every commit that changed a task, or resumed a type, after it is durable, in commit order, of this process and,
     * with a short delay, of others that share the store, whatever those changed. Any other commit of this
     * process MUST NOT be told. The listener MUST return at once and MUST NOT throw.
     *
     * @return ends the subscription when closed
     */
    Subscription subscribe(Consumer<? super Commit> listener);

    /** A listener's place among those told of commits. */
    interface Subscription extends AutoCloseable {
        @Override
        void close();
    }
}
