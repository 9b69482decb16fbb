/** A load generator for HTTP: one thread, many connections, requests that were written beforehand. No TLS, no pipelining. */
@NullMarked
package io.prismq.queue.benchmarks.load;

import org.jspecify.annotations.NullMarked;
