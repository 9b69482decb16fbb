package io.prismq.queue.domain.port;

import io.prismq.queue.domain.task.Attempt;
import io.prismq.queue.domain.task.LeaseToken;
import io.prismq.queue.domain.task.LogLine;
import io.prismq.queue.domain.task.TaskId;
import java.util.List;
import java.util.Optional;

/** Questions about what happened to a task. A task that is not there has no history. */
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
}
