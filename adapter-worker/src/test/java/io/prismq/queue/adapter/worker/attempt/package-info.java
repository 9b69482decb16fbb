/** The parts of an attempt, taken by themselves. */
@NullMarked
package io.prismq.queue.adapter.worker.attempt;

import org.jspecify.annotations.NullMarked;
