/**
 * A worker that runs a command for each task, and reaches the queue over HTTP alone: {@code prismq worker}.
 *
 * <p>It knows nothing of the server that is not in the description of its API, as workers in other languages do.
 */
@NullMarked
package io.prismq.queue.bootstrap.remote;

import org.jspecify.annotations.NullMarked;
