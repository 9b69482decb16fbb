/** Requests to a server, as the commands make them that work with one. Knows HTTP and JSON, and no endpoint. */
@NullMarked
package io.prismq.queue.bootstrap.connection;

import org.jspecify.annotations.NullMarked;
