package io.prismq.queue.domain.port;

import io.prismq.queue.domain.audit.By;
import io.prismq.queue.domain.task.Attempt;
import io.prismq.queue.domain.task.LogEntry;
import io.prismq.queue.domain.task.TaskEvent;
import io.prismq.queue.domain.task.TaskId;
import java.time.Instant;
import java.util.List;

/** The history of tasks inside a unit of work. Attempts and log go when their task is deleted; events stay. */
public interface TaskHistory extends HistoryReads {
    /**
     * Keeps an attempt that has ended, once. Of a task's attempts those beyond the latest {@value Attempt#KEPT} MAY be
     * forgotten.
     */
    void add(Attempt ended);

    /**
     * Adds lines to the log of a task that exists, in their order, numbered from where the last one ended. Of a task's
     * lines those beyond the latest {@value io.prismq.queue.domain.task.LogLine#KEPT} MUST be forgotten.
     */
    void append(TaskId id, List<LogEntry> entries);

    /**
     * Forgets some of the oldest events: those of the given time or earlier, and those beyond the latest few. Commits are
     * forgotten whole.
     *
     * @param kept how many of the latest events stay in any case but that of age; not negative
     * @param limit how many commits at most; at least 1
     * @return how many commits; 0 when nothing is left to forget
     */
    int forgetEvents(Instant until, long kept, int limit);

    /**
     * Tells who asked for what the unit does from now on, somebody who is {@link By#isNamed() named}: it MUST stand in the
     * events that {@link TaskEvent#isAskedFor() are asked for}. Until it is told nobody MUST stand there.
     */
    void by(By by);

    @Override
    AuditLog audit();
}
