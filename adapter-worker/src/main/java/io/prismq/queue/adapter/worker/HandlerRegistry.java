package io.prismq.queue.adapter.worker;

import io.prismq.queue.domain.port.TaskHandler;
import io.prismq.queue.domain.task.TaskType;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The handlers of this process, one for a task type. Immutable. */
public final class HandlerRegistry {
    private final Map<TaskType, SourcedHandler> byType;

    /**
     * Registers the handlers under their types.
     *
     * @throws DuplicateHandlerException if two handlers have the same type
     */
    public HandlerRegistry(Collection<? extends TaskHandler> handlers) {
        this(handlers.stream().map(SourcedHandler::of).toList());
    }

    private HandlerRegistry(List<SourcedHandler> handlers) {
        Map<TaskType, SourcedHandler> known = new HashMap<>();
        for (SourcedHandler handler : handlers) {
            SourcedHandler other = known.putIfAbsent(handler.handler().type(), handler);
            if (other != null) {
                throw new DuplicateHandlerException(other, handler);
            }
        }
        byType = Map.copyOf(known);
    }

    /**
     * Registers handlers that come from different places.
     *
     * @throws DuplicateHandlerException if two handlers have the same type
     */
    public static HandlerRegistry ofSourced(List<SourcedHandler> handlers) {
        return new HandlerRegistry(handlers);
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
        SourcedHandler handler = byType.get(type);
        if (handler == null) {
            throw new IllegalArgumentException("no handler for the task type " + type);
        }
        return handler.handler();
    }
}
