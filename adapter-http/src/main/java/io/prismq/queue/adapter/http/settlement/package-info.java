/** What workers say about a task that they hold: that they go on, or how their attempt ended. */
@NullMarked
package io.prismq.queue.adapter.http.settlement;

import org.jspecify.annotations.NullMarked;
