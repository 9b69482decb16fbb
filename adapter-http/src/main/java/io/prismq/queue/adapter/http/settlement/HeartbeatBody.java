package io.prismq.queue.adapter.http.settlement;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The answer to a sign of life.
 *
 * @param leaseUntilUtc null where there is no lease any more
 * @param directive continue, cancel or drain
 */
record HeartbeatBody(@Nullable Instant leaseUntilUtc, String directive) {}
