package io.prismq.queue.adapter.sqlite.rows;

import io.prismq.queue.domain.port.Commit;
import io.prismq.queue.domain.task.Task;
import io.prismq.queue.domain.task.TaskEvent;
import io.prismq.queue.domain.task.TaskStatus;
import io.prismq.queue.domain.task.Transition;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What units of work changed; the counts are added up in memory, so that a commit writes each once. */
public final class Changes {
    private final List<Commit.Change> changes = new ArrayList<>();
    private final Map<LaneStatus, Long> counts = new HashMap<>();

    void inserted(long laneId, Task task) {
        changes.add(new Commit.Change(TaskEvent.ENQUEUE, task, Optional.empty()));
        count(laneId, task.status(), 1);
    }

    void saved(long laneId, TaskStatus before, Task task, Transition.Moved moved) {
        changes.add(new Commit.Change(moved.event(), task, moved.ended()));
        if (before != task.status()) {
            count(laneId, before, -1);
            count(laneId, task.status(), 1);
        }
    }

    void deleted(long laneId, Task task) {
        changes.add(new Commit.Change(TaskEvent.DELETE, task, Optional.empty()));
        count(laneId, task.status(), -1);
    }

    public void add(Changes others) {
        changes.addAll(others.changes);
        others.counts.forEach((place, change) -> counts.merge(place, change, Long::sum));
    }

    public List<Commit.Change> inOrder() {
        return changes;
    }

    /** Writes the counts; the last thing that a transaction does. */
    public void writeCounts(TaskWrites writes) {
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
