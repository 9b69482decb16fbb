package io.prismq.queue.domain.port;

import io.prismq.queue.domain.task.Priority;
import io.prismq.queue.domain.task.Skills;
import java.util.Optional;

/**
 * Which queued tasks a worker is offered, and in which order.
 *
 * @param level only tasks of this priority; empty means of any
 * @param limit at least 1
 * @param maxBytes no further task follows the one whose payload brings the offer to this many characters
 */
public record ClaimCriteria(Skills skills, ClaimOrder order, Optional<Priority> level, int limit, long maxBytes) {
    public ClaimCriteria {
        if (limit < 1) {
            throw new IllegalArgumentException("a claim takes at least one task, not " + limit);
        }
    }

    /** The first by priority, of any size. */
    public static ClaimCriteria of(Skills skills, int limit) {
        return new ClaimCriteria(skills, ClaimOrder.PRIORITY, Optional.empty(), limit, Long.MAX_VALUE);
    }
}
