/** The command that holds the packaged program to its budgets. Known limits: it reads /proc, so it measures memory on Linux alone, and it shares the machine with what it measures. */
@NullMarked
package io.prismq.queue.benchmarks;

import org.jspecify.annotations.NullMarked;
