/**
 * The attempts of one worker: each runs a handler on a thread of its own, keeps the lease of its task alive, stores what
 * the handler tells meanwhile, and settles how it ended.
 *
 * <p>{@link io.prismq.queue.adapter.worker.attempt.Attempts} is used by the worker's one thread. A handler's thread
 * reaches it through three things alone, each safe for use by many threads: its context, its notes, and the end of its run.
 *
 * <p>Known limits: a line whose heartbeat has an unknown outcome may stand in the log twice; a line is lost when the
 * process dies within half a second of it, or when the task is taken away.
 */
@NullMarked
package io.prismq.queue.adapter.worker.attempt;

import org.jspecify.annotations.NullMarked;
