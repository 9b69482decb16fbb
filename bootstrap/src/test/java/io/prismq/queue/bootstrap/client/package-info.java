/** The commands for people against a server of this process, and a worker that the test plays. */
@NullMarked
package io.prismq.queue.bootstrap.client;

import org.jspecify.annotations.NullMarked;
