/** Handlers that the program is measured with, and the plugin that brings them to it. */
@NullMarked
package io.prismq.queue.benchmarks.handler;

import org.jspecify.annotations.NullMarked;
