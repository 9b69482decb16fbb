/** Tables and texts as they reach a terminal. */
@NullMarked
package io.prismq.queue.bootstrap.terminal;

import org.jspecify.annotations.NullMarked;
