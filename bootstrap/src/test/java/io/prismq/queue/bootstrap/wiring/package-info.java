/** The parts as they are put together. */
@NullMarked
package io.prismq.queue.bootstrap.wiring;

import org.jspecify.annotations.NullMarked;
