/** What is measured and what it is measured against: the program, a server that stores nothing, bare JDBC, the disk. */
@NullMarked
package io.prismq.queue.benchmarks.side;

import org.jspecify.annotations.NullMarked;
