/** The program: its entry point, its commands, and the server that they start. */
@NullMarked
package io.prismq.queue.bootstrap;

import org.jspecify.annotations.NullMarked;
