package io.prismq.queue.adapter.worker.attempt;

import io.prismq.queue.domain.task.Task;
import io.prismq.queue.domain.task.WorkerId;
import java.time.Duration;

/** Is told of each run of a handler once it has ended. Implementations must return at once, and must not throw. */
@FunctionalInterface
public interface RunObserver {
    /** Looks at nothing. */
    RunObserver NONE = run -> {};

    void ended(EndedRun run);

    /**
     * A handler that has come back.
     *
     * @param task as it was claimed
     * @param took from its begin to its end
     */
    record EndedRun(Task task, WorkerId worker, Duration took, RunEnd end) {}

    /** How a handler came back. What the store makes of it may be another matter. */
    enum RunEnd {
        COMPLETED,
        FAILED,
        /** It was told to end before it did, because the task was taken away, timed out or given back. */
        STOPPED
    }
}
