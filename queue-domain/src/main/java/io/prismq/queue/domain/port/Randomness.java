package io.prismq.queue.domain.port;

import io.prismq.queue.domain.task.LeaseToken;

/** The one source of chance. Implementations MUST be safe for use by many threads. */
public interface Randomness {
    /** A token that nobody can guess and that has not been given out before: 128 random bits. */
    LeaseToken leaseToken();

    /** A number from 0 (inclusive) to 1 (exclusive), evenly spread. */
    double fraction();
}
