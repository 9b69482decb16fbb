/** From single readings to a verdict. */
@NullMarked
package io.prismq.queue.benchmarks.report;

import org.jspecify.annotations.NullMarked;
