package io.prismq.queue.domain.task;

import static io.prismq.queue.domain.task.TaskEvent.CANCEL;
import static io.prismq.queue.domain.task.TaskEvent.CLAIM;
import static io.prismq.queue.domain.task.TaskEvent.COMPLETE;
import static io.prismq.queue.domain.task.TaskEvent.DELETE;
import static io.prismq.queue.domain.task.TaskEvent.DUE;
import static io.prismq.queue.domain.task.TaskEvent.ENQUEUE;
import static io.prismq.queue.domain.task.TaskEvent.EXPIRE;
import static io.prismq.queue.domain.task.TaskEvent.FAIL;
import static io.prismq.queue.domain.task.TaskEvent.HEARTBEAT;
import static io.prismq.queue.domain.task.TaskEvent.LEASE_EXPIRY;
import static io.prismq.queue.domain.task.TaskEvent.PROGRESS;
import static io.prismq.queue.domain.task.TaskEvent.RELEASE;
import static io.prismq.queue.domain.task.TaskEvent.RETRY;
import static io.prismq.queue.domain.task.TaskEvent.TIME_OUT;
import static io.prismq.queue.domain.task.TaskStatus.CANCELLED;
import static io.prismq.queue.domain.task.TaskStatus.COMPLETED;
import static io.prismq.queue.domain.task.TaskStatus.FAILED;
import static io.prismq.queue.domain.task.TaskStatus.PROCESSING;
import static io.prismq.queue.domain.task.TaskStatus.QUEUED;
import static io.prismq.queue.domain.task.TaskStatus.SCHEDULED;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The one table of all legal transitions. What is not in it cannot happen. */
public final class Lifecycle {
    /**
     * One legal transition.
     *
     * @param from null where the task did not exist before
     * @param to null where it is gone afterwards
     */
    public record Rule(
            @Nullable TaskStatus from,
            TaskEvent event,
            @Nullable TaskStatus to) {}

    public static final List<Rule> RULES = List.of(
            new Rule(null, ENQUEUE, QUEUED),
            new Rule(null, ENQUEUE, SCHEDULED),
            new Rule(SCHEDULED, DUE, QUEUED),
            new Rule(QUEUED, CLAIM, PROCESSING),
            new Rule(PROCESSING, HEARTBEAT, PROCESSING),
            new Rule(PROCESSING, PROGRESS, PROCESSING),
            new Rule(PROCESSING, COMPLETE, COMPLETED),
            new Rule(PROCESSING, FAIL, SCHEDULED),
            new Rule(PROCESSING, FAIL, FAILED),
            new Rule(PROCESSING, TIME_OUT, SCHEDULED),
            new Rule(PROCESSING, TIME_OUT, FAILED),
            new Rule(PROCESSING, LEASE_EXPIRY, QUEUED),
            new Rule(PROCESSING, LEASE_EXPIRY, FAILED),
            new Rule(PROCESSING, RELEASE, SCHEDULED),
            new Rule(PROCESSING, RELEASE, QUEUED),
            new Rule(SCHEDULED, EXPIRE, FAILED),
            new Rule(QUEUED, EXPIRE, FAILED),
            new Rule(SCHEDULED, CANCEL, CANCELLED),
            new Rule(QUEUED, CANCEL, CANCELLED),
            new Rule(PROCESSING, CANCEL, CANCELLED),
            new Rule(FAILED, RETRY, QUEUED),
            new Rule(CANCELLED, RETRY, QUEUED),
            new Rule(COMPLETED, DELETE, null),
            new Rule(FAILED, DELETE, null),
            new Rule(CANCELLED, DELETE, null));

    private static final Set<Rule> LEGAL = Set.copyOf(RULES);
    private static final Map<TaskStatus, Set<TaskEvent>> EVENTS = eventsByStatus();

    private Lifecycle() {}

    /** Whether the event can happen to a task in this status at all. */
    public static boolean accepts(TaskStatus from, TaskEvent event) {
        return EVENTS.getOrDefault(from, Set.of()).contains(event);
    }

    /** Whether the event may lead from the one status to the other; null means gone. */
    public static boolean allows(TaskStatus from, TaskEvent event, @Nullable TaskStatus to) {
        return LEGAL.contains(new Rule(from, event, to));
    }

    private static Map<TaskStatus, Set<TaskEvent>> eventsByStatus() {
        Map<TaskStatus, Set<TaskEvent>> events = new EnumMap<>(TaskStatus.class);
        for (Rule rule : RULES) {
            if (rule.from() != null) {
                events.computeIfAbsent(rule.from(), status -> EnumSet.noneOf(TaskEvent.class))
                        .add(rule.event());
            }
        }
        return events;
    }
}
