/**
 * What tests of the queue, and of programs that embed it, are made of: a store in memory, a clock that is set by hand,
 * chance that repeats itself, and tasks in every status.
 *
 * <p>Nothing here survives a restart, and nothing here is meant for production.
 */
@NullMarked
package io.prismq.queue.domain.testing;

import org.jspecify.annotations.NullMarked;
