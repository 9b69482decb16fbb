package io.prismq.queue.adapter.http.settlement;

import io.prismq.queue.application.Settlement;
import io.prismq.queue.domain.task.LeaseToken;
import io.prismq.queue.domain.task.TaskId;
import java.time.Instant;

/** A request that says something about a task to which the worker holds the lease. */
public interface Statement {
    /** The longest delay that a worker can ask for: a year of 365 days. */
    int MAX_DELAY_SECONDS = 31_536_000;

    String leaseToken();

    /**
     * What it says.
     *
     * @param now when it was said
     */
    Settlement.Word toWord(Instant now);

    /** What it says about this task. */
    default Settlement about(TaskId task, Instant now) {
        return new Settlement(task, new LeaseToken(leaseToken()), toWord(now));
    }
}
