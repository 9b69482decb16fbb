/** A queue at work, to be watched. */
@NullMarked
package io.prismq.queue.adapter.telemetry;

import org.jspecify.annotations.NullMarked;
