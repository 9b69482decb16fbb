package io.prismq.queue.domain.port;

import io.prismq.queue.domain.task.Attempt;
import io.prismq.queue.domain.task.LogEntry;
import io.prismq.queue.domain.task.TaskId;
import java.util.List;

/** The history of tasks inside a unit of work. It goes when its task is deleted. */
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
}
