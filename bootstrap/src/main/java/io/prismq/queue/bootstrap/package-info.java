/** The program: its entry point and its commands. */
@NullMarked
package io.prismq.queue.bootstrap;

import org.jspecify.annotations.NullMarked;
