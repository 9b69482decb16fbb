package io.prismq.queue.application.events;

import io.prismq.queue.domain.event.QueueEvent;
import io.prismq.queue.domain.task.TaskEvent;
import io.prismq.queue.domain.task.TaskId;
import io.prismq.queue.domain.task.TaskType;
import java.util.Optional;
import java.util.Set;

/**
 * Which events somebody wants to hear of: those that meet all of it.
 *
 * @param kinds empty means all
 */
public record EventFilter(Optional<TaskId> task, Optional<TaskType> type, Set<TaskEvent> kinds) {
    public static final EventFilter ALL = new EventFilter(Optional.empty(), Optional.empty(), Set.of());

    public EventFilter {
        kinds = Set.copyOf(kinds);
    }

    boolean admits(QueueEvent event) {
        return task.map(event.task()::equals).orElse(true)
                && type.map(event.type()::equals).orElse(true)
                && (kinds.isEmpty() || kinds.contains(event.what()));
    }
}
