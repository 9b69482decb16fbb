/** The upkeep that operators ask for: each operation is a task like any other. */
@NullMarked
package io.prismq.queue.adapter.http.maintenance;

import org.jspecify.annotations.NullMarked;
