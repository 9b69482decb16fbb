/** The budgets, each with the way it is measured. */
@NullMarked
package io.prismq.queue.benchmarks.budget;

import org.jspecify.annotations.NullMarked;
