package io.prismq.queue.domain.port;

import io.prismq.queue.domain.event.Activity;
import io.prismq.queue.domain.task.TaskCounts;
import io.prismq.queue.domain.task.TaskType;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Questions about all tasks at once. What they cost MAY grow with the number of lanes, never with that of tasks. */
public interface StatisticsReads {
    /** Exact numbers as of the last commit; whether a unit of work sees its own changes in them is open. */
    TaskCounts counts();

    /** How full the store is; a unit of work sees its own changes in it. */
    StoreFill fill();

    /** When the oldest of the tasks now queued was created, by type; without the types of which none is. */
    Map<TaskType, Instant> oldestQueued();

    /**
     * How often each thing happened in each minute since then, in any order, without those in which it did not. A day is
     * kept.
     */
    List<Activity> activity(Instant since);
}
