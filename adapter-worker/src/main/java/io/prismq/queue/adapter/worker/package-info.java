/**
 * Runs handlers inside the process, and moves the tasks that time alone moves.
 *
 * <p>{@link io.prismq.queue.adapter.worker.WorkerRunner} claims, runs and settles;
 * {@link io.prismq.queue.adapter.worker.UpkeepRunner} promotes, expires and takes leases away. Each is a thin shell with
 * one thread around a cycle that is driven by hand in tests: cycles keep their state to that thread, and what happens
 * elsewhere (a commit, a handler's end, a store's answer) reaches them as an event in a mailbox.
 *
 * <p>Known limits: a handler cannot be killed, only interrupted, so one that ignores the interrupt keeps its slot until
 * it returns; a claim whose outcome the store does not know may leave tasks leased to this worker that it does not run,
 * until their leases end.
 */
@NullMarked
package io.prismq.queue.adapter.worker;

import org.jspecify.annotations.NullMarked;
