package io.prismq.queue.domain.port;

import io.prismq.queue.domain.audit.By;
import io.prismq.queue.domain.task.Attempt;
import io.prismq.queue.domain.task.Task;
import io.prismq.queue.domain.task.TaskEvent;
import io.prismq.queue.domain.task.TaskId;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** News of a durable commit. Several listeners read the same one; immutable. */
public final class Commit {
    /** Another process's commit. */
    public static final Commit FOREIGN = new Commit(List.of(), true, false, 0, Duration.ZERO);

    /**
     * One thing that happened to a task.
     *
     * @param at the time of its unit of work
     * @param task as it was left; where it was deleted, as it was last
     * @param ended the attempt that ended with it
     * @param by who asked for its unit of work, where that is known
     */
    public record Change(
            Instant at,
            TaskEvent event,
            Task task,
            Optional<Attempt> ended,
            @Nullable By by) {}

    private final List<Change> changes;
    private final Collection<Task> changed;
    private final boolean foreign;
    private final boolean resumed;
    private final int units;
    private final Duration took;

    /** A commit of this store. */
    public Commit(List<Change> changes, boolean resumed, int units, Duration took) {
        this(changes, false, resumed, units, took);
    }

    private Commit(List<Change> changes, boolean foreign, boolean resumed, int units, Duration took) {
        this.changes = List.copyOf(changes);
        this.changed = left(changes);
        this.foreign = foreign;
        this.resumed = resumed;
        this.units = units;
        this.took = took;
    }

    private static Collection<Task> left(List<Change> changes) {
        Map<TaskId, Task> left = new LinkedHashMap<>();
        for (Change change : changes) {
            if (change.event() == TaskEvent.DELETE) {
                left.remove(change.task().id());
            } else {
                left.put(change.task().id(), change.task());
            }
        }
        return Collections.unmodifiableCollection(left.values());
    }

    /** What happened to tasks, in the order in which it did. */
    public List<Change> changes() {
        return changes;
    }

    /** Each task that was changed and is still there, once, as it was left. */
    public Collection<Task> changed() {
        return changed;
    }

    /** Whether another process committed; what it changed is not told. */
    public boolean foreign() {
        return foreign;
    }

    /** Whether a type is claimed again that was paused: its queued tasks, which have not changed, may be claimed now. */
    public boolean resumed() {
        return resumed;
    }

    /** Whether anybody is to be told of it. */
    public boolean isNews() {
        return foreign || resumed || !changes.isEmpty();
    }

    /** How many units of work shared it; 0 where it is foreign. */
    public int units() {
        return units;
    }

    /** How long the store worked on it, with the wait for the disk; zero where it is foreign. */
    public Duration took() {
        return took;
    }
}
