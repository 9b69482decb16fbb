@NullMarked
package io.prismq.queue.adapter.telemetry.trace;

import org.jspecify.annotations.NullMarked;
