/** What is shown of a task that is followed, without a server. */
@NullMarked
package io.prismq.queue.bootstrap.client.follow;

import org.jspecify.annotations.NullMarked;
