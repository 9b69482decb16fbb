/** How cost grows: with what is stored, with size, with connections. */
@NullMarked
package io.prismq.queue.benchmarks.curve;

import org.jspecify.annotations.NullMarked;
