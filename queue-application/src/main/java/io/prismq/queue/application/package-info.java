/**
 * The use cases: each method loads, lets the domain decide, stores, and returns the outcome, in one unit of work.
 *
 * <p>Every class here is immutable and safe for use by many threads. What can be expected to happen is a value of the
 * outcome; what a store cannot do is a {@link io.prismq.queue.domain.port.TaskStoreException}, thrown by reads and
 * carried by the stages of writes.
 */
@NullMarked
package io.prismq.queue.application;

import org.jspecify.annotations.NullMarked;
