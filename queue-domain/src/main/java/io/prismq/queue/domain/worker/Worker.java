package io.prismq.queue.domain.worker;

import io.prismq.queue.domain.task.TaskType;
import io.prismq.queue.domain.task.WorkerId;
import java.time.Instant;
import java.util.Set;

/**
 * A worker that claims tasks.
 *
 * @param types what it claimed last; empty where it has only been heard about tasks that it held already
 * @param capabilities what it offered then, as a JSON object
 * @param stuckHandlers handlers that go on though their attempts have ended, each on a slot of the worker; not negative
 */
public record Worker(
        WorkerId id, Set<TaskType> types, String capabilities, Instant firstSeen, Instant lastSeen, int stuckHandlers) {
    public Worker {
        types = Set.copyOf(types);
    }

    /** The same worker, seen at this time where it is said to have been seen later: the clock was set back. */
    public Worker seenNotAfter(Instant time) {
        return lastSeen.isAfter(time) ? new Worker(id, types, capabilities, firstSeen, time, stuckHandlers) : this;
    }
}
