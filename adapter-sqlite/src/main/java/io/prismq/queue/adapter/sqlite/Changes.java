package io.prismq.queue.adapter.sqlite;

import io.prismq.queue.domain.task.Task;
import io.prismq.queue.domain.task.TaskId;
import io.prismq.queue.domain.task.TaskStatus;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** What units of work changed: added up in memory, so that a commit writes each count once. */
final class Changes {
    private final Map<TaskId, Task> tasks = new LinkedHashMap<>();
    private final Set<TaskId> deleted = new HashSet<>();
    private final Map<LaneStatus, Long> counts = new HashMap<>();

    void inserted(long laneId, Task task) {
        tasks.put(task.id(), task);
        count(laneId, task.status(), 1);
    }

    void saved(long laneId, TaskStatus before, Task task) {
        tasks.put(task.id(), task);
        if (before != task.status()) {
            count(laneId, before, -1);
            count(laneId, task.status(), 1);
        }
    }

    void deleted(long laneId, Task task) {
        tasks.remove(task.id());
        deleted.add(task.id());
        count(laneId, task.status(), -1);
    }

    void add(Changes others) {
        tasks.putAll(others.tasks);
        tasks.keySet().removeAll(others.deleted);
        others.counts.forEach((place, change) -> counts.merge(place, change, Long::sum));
    }

    /** Each task once, as it was left. */
    Collection<Task> tasks() {
        return tasks.values();
    }

    /** Writes the counts; the last thing that a transaction does. */
    void writeCounts(TaskWrites writes) {
        counts.forEach((place, change) -> {
            if (change != 0) {
                writes.addToCount(place, change);
            }
        });
    }

    private void count(long laneId, TaskStatus status, long change) {
        counts.merge(new LaneStatus(laneId, status), change, Long::sum);
    }
}
