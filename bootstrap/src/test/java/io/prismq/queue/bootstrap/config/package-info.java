/** Where configuration comes from, and how it is refused. */
@NullMarked
package io.prismq.queue.bootstrap.config;

import org.jspecify.annotations.NullMarked;
