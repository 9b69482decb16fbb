/** The real server on a port of its own, over the store in memory, spoken to over HTTP. */
@NullMarked
package io.prismq.queue.adapter.http;

import org.jspecify.annotations.NullMarked;
