/** Databases with many tasks, made in bulk. */
@NullMarked
package io.prismq.queue.benchmarks.data;

import org.jspecify.annotations.NullMarked;
