/** The worker against a server that says what a test lets it say. */
@NullMarked
package io.prismq.queue.bootstrap.remote;

import org.jspecify.annotations.NullMarked;
