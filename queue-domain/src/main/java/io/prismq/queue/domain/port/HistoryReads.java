package io.prismq.queue.domain.port;

import io.prismq.queue.domain.event.EventSpan;
import io.prismq.queue.domain.event.QueueEvent;
import io.prismq.queue.domain.task.Attempt;
import io.prismq.queue.domain.task.LeaseToken;
import io.prismq.queue.domain.task.LogLine;
import io.prismq.queue.domain.task.TaskEvent;
import io.prismq.queue.domain.task.TaskId;
import java.util.List;
import java.util.Optional;

/**
 * Questions about what happened, and who wanted it. A task that is not there has no attempts and no log; what was told of it stays in the
 * event log.
 */
public interface HistoryReads {
    /** The attempts that have ended, the oldest first: the latest {@value Attempt#KEPT} of them. */
    List<Attempt> attempts(TaskId id);

    /** The attempt that has ended and had this token, as long as it is kept. */
    Optional<Attempt> attempt(TaskId id, LeaseToken token);

    /**
     * Lines of the task's log, the oldest first.
     *
     * @param after only lines with a higher number; 0 begins with the first
     * @param limit at least 1
     */
    List<LogLine> log(TaskId id, long after, int limit);

    /**
     * What happened to tasks, in the order in which it did. All that {@link TaskEvent#isNews() is news} MUST be kept,
     * in the commit by which it happened.
     *
     * @param after only events with a higher id; 0 begins with the oldest that is kept
     * @param limit at least 1
     */
    List<QueueEvent> events(long after, int limit);

    /** Which events are kept. */
    EventSpan events();

    AuditReads audit();
}
