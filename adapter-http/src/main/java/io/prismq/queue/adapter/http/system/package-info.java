/** What tells about the server itself: whether it lives, whether it is ready, and what its API looks like. */
@NullMarked
package io.prismq.queue.adapter.http.system;

import org.jspecify.annotations.NullMarked;
