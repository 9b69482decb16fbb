/** The command that holds the packaged program to its budgets. Known limits: it reads /proc and compares {@code nanoTime} between processes, which Linux alone lets it do, and it shares the machine with what it measures. */
@NullMarked
package io.prismq.queue.benchmarks;

import org.jspecify.annotations.NullMarked;
