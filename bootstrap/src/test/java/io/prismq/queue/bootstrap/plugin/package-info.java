/** Jars that work, and jars with everything that can be wrong with one. */
@NullMarked
package io.prismq.queue.bootstrap.plugin;

import org.jspecify.annotations.NullMarked;
