/**
 * The upkeep that operators ask for: each operation is a task like any other, or is run at once, without the queue, where
 * the configuration says so.
 */
@NullMarked
package io.prismq.queue.adapter.http.maintenance;

import org.jspecify.annotations.NullMarked;
