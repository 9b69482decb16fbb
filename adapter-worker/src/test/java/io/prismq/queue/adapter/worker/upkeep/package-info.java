/** What time alone moves, driven by hand and on its thread. */
@NullMarked
package io.prismq.queue.adapter.worker.upkeep;

import org.jspecify.annotations.NullMarked;
