package io.prismq.queue.domain.port;

import io.prismq.queue.domain.task.Capabilities;
import io.prismq.queue.domain.task.TaskType;
import java.util.Set;

/**
 * What a worker can run.
 *
 * @param types only tasks of these
 * @param capabilities only tasks whose compatibility they meet
 * @param limit at least 1
 * @param maxBytes no further task follows the one whose payload brings the claim to this many characters
 */
public record ClaimCriteria(Set<TaskType> types, Capabilities capabilities, int limit, long maxBytes) {
    /** Criteria for which payloads may be of any size. */
    public ClaimCriteria(Set<TaskType> types, Capabilities capabilities, int limit) {
        this(types, capabilities, limit, Long.MAX_VALUE);
    }

    public ClaimCriteria {
        types = Set.copyOf(types);
        if (limit < 1) {
            throw new IllegalArgumentException("a claim takes at least one task, not " + limit);
        }
    }
}
