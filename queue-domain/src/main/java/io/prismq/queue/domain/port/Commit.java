package io.prismq.queue.domain.port;

import io.prismq.queue.domain.task.Attempt;
import io.prismq.queue.domain.task.Task;
import io.prismq.queue.domain.task.TaskEvent;
import io.prismq.queue.domain.task.TaskId;
import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * News of a durable commit.
 *
 * @param changes what happened to tasks, in the order in which it did
 * @param foreign another process committed; what it changed is not told
 * @param units how many units of work shared it; 0 where it is foreign
 * @param took how long the store worked on it, with the wait for the disk; zero where it is foreign
 */
public record Commit(List<Change> changes, boolean foreign, int units, Duration took) {
    /** Another process's commit. */
    public static final Commit FOREIGN = new Commit(List.of(), true, 0, Duration.ZERO);

    /**
     * One thing that happened to a task.
     *
     * @param task as it was left; where it was deleted, as it was last
     * @param ended the attempt that ended with it
     */
    public record Change(TaskEvent event, Task task, Optional<Attempt> ended) {}

    public Commit {
        changes = List.copyOf(changes);
    }

    /** Each task that was changed and is still there, once, as it was left. */
    public Collection<Task> changed() {
        Map<TaskId, Task> left = new LinkedHashMap<>();
        for (Change change : changes) {
            if (change.event() == TaskEvent.DELETE) {
                left.remove(change.task().id());
            } else {
                left.put(change.task().id(), change.task());
            }
        }
        return left.values();
    }
}
