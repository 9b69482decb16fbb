package io.prismq.queue.domain.task;

import java.util.Map;

/**
 * The policy of every task type.
 *
 * @param byType the types that have one of their own
 * @param fallback for all others
 */
public record TaskTypePolicies(Map<TaskType, TaskTypePolicy> byType, TaskTypePolicy fallback) {
    public TaskTypePolicies {
        byType = Map.copyOf(byType);
    }

    public TaskTypePolicy of(TaskType type) {
        return byType.getOrDefault(type, fallback);
    }
}
