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
 */
public record ClaimCriteria(Set<TaskType> types, Capabilities capabilities, int limit) {
    public ClaimCriteria {
        types = Set.copyOf(types);
        if (limit < 1) {
            throw new IllegalArgumentException("a claim takes at least one task, not " + limit);
        }
    }
}
