/** What happens in the queue, told as it happens: as server-sent events and over a WebSocket. */
@NullMarked
package io.prismq.queue.adapter.http.events;

import org.jspecify.annotations.NullMarked;
