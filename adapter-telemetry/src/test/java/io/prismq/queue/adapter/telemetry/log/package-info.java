@NullMarked
package io.prismq.queue.adapter.telemetry.log;

import org.jspecify.annotations.NullMarked;
