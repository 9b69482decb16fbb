/** Hot paths looked at alone, with JMH. */
@NullMarked
package io.prismq.queue.benchmarks.jmh;

import org.jspecify.annotations.NullMarked;
