package io.prismq.queue.adapter.worker;

import io.prismq.queue.domain.port.TaskHandler;
import io.prismq.queue.domain.task.TaskType;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** The handlers of this process, one for a task type. Immutable. */
public final class HandlerRegistry {
    private final Map<TaskType, TaskHandler> byType;

    /**
     * Registers the handlers under their types.
     *
     * @throws IllegalArgumentException if two handlers have the same type
     */
    public HandlerRegistry(Collection<? extends TaskHandler> handlers) {
        Map<TaskType, TaskHandler> known = new HashMap<>();
        for (TaskHandler handler : handlers) {
            TaskHandler other = known.putIfAbsent(handler.type(), handler);
            if (other != null) {
                throw new IllegalArgumentException("two handlers for the task type %s: %s and %s"
                        .formatted(
                                handler.type(),
                                other.getClass().getName(),
                                handler.getClass().getName()));
            }
        }
        byType = Map.copyOf(known);
    }

    /** The types that have a handler. */
    public Set<TaskType> types() {
        return byType.keySet();
    }

    /**
     * The handler of a type.
     *
     * @throws IllegalArgumentException if it has none
     */
    TaskHandler of(TaskType type) {
        TaskHandler handler = byType.get(type);
        if (handler == null) {
            throw new IllegalArgumentException("no handler for the task type " + type);
        }
        return handler;
    }
}
