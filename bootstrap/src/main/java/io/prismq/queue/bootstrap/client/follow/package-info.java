/** Follows a task to its end: what happens to it, and how that is shown. */
@NullMarked
package io.prismq.queue.bootstrap.client.follow;

import org.jspecify.annotations.NullMarked;
