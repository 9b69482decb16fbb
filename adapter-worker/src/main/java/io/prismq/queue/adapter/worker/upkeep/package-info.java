/**
 * Moves the tasks that time alone moves, and stores who works on the queue. One runner, on one thread around a cycle that
 * is driven by hand in tests.
 */
@NullMarked
package io.prismq.queue.adapter.worker.upkeep;

import org.jspecify.annotations.NullMarked;
