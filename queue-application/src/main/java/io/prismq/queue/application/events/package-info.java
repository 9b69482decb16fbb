/** Follows the event log for many who listen, with one look at the store for all of them. */
@NullMarked
package io.prismq.queue.application.events;

import org.jspecify.annotations.NullMarked;
