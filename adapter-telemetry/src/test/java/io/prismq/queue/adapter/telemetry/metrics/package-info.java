@NullMarked
package io.prismq.queue.adapter.telemetry.metrics;

import org.jspecify.annotations.NullMarked;
