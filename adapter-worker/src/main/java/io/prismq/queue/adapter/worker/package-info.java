/**
 * Runs handlers inside the process.
 *
 * <p>{@link io.prismq.queue.adapter.worker.WorkerRunner} claims, runs and settles: a thin shell with one thread around a
 * cycle that is driven by hand in tests. The cycle keeps its state to that thread, and what happens elsewhere (a commit, a
 * handler's end, a store's answer) reaches it as an event in a mailbox. What time alone moves is
 * {@link io.prismq.queue.adapter.worker.upkeep.UpkeepRunner}'s.
 *
 * <p>Known limits: a handler cannot be killed, only interrupted, so one that ignores the interrupt keeps its slot until
 * it returns. Threads that a handler started, and thread-local values that it left, are its own to clean up. Waiting ahead
 * of a slot counts as time of the attempt: a task that has waited for half of it is given back. Where memory runs out in
 * the worker itself, an answer of the store can be lost, and its tasks return when their leases end; a process that is to
 * begin anew then is started with {@code -XX:+ExitOnOutOfMemoryError}.
 */
@NullMarked
package io.prismq.queue.adapter.worker;

import org.jspecify.annotations.NullMarked;
