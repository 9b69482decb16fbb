package io.prismq.queue.domain.port;

import java.time.Instant;

/** Tells the time. The one source of it: nothing else in the product reads a clock. */
@FunctionalInterface
public interface Clock {
    /** The time in UTC, MUST be whole milliseconds; MAY jump in both directions when the machine's clock is set. */
    Instant now();
}
