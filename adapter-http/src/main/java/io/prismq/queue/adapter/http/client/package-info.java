/** The API of those who want tasks done: enqueue, ask, list, cancel, retry, delete. */
@NullMarked
package io.prismq.queue.adapter.http.client;

import org.jspecify.annotations.NullMarked;
