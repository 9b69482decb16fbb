/** What the runners' threads are built of, taken by itself. */
@NullMarked
package io.prismq.queue.adapter.worker.loop;

import org.jspecify.annotations.NullMarked;
