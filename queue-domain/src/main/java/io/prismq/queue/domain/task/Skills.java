package io.prismq.queue.domain.task;

import java.util.Set;

/**
 * What a worker can run.
 *
 * @param types only tasks of these
 * @param capabilities only tasks whose compatibility they meet
 */
public record Skills(Set<TaskType> types, Capabilities capabilities) {
    public Skills {
        types = Set.copyOf(types);
    }

    /** Whether a worker with these skills can run such tasks. */
    public boolean suit(TaskType type, Compatibility compatibility) {
        return types.contains(type) && capabilities.meet(compatibility);
    }
}
