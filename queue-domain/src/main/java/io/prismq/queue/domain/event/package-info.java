/** What the queue tells of itself, kept for a while so that whoever was away can catch up. */
@NullMarked
package io.prismq.queue.domain.event;

import org.jspecify.annotations.NullMarked;
