package io.prismq.queue.domain.port;

import io.prismq.queue.domain.task.LogLevel;
import io.prismq.queue.domain.task.TaskId;
import io.prismq.queue.domain.task.TraceContext;
import java.time.Instant;
import java.util.Optional;

/** What a handler may know of the attempt that it runs. Safe for use by many threads. */
public interface TaskContext {
    TaskId taskId();

    /** The number of this attempt, from 1. */
    int attempt();

    /** When the attempt is timed out. */
    Instant deadline();

    /** Where the enqueue of the task stands in a distributed trace; empty where nobody said. */
    default Optional<TraceContext> trace() {
        return Optional.empty();
    }

    /** Whether the task has been taken away, by a cancel, a deadline or a lost lease: the handler should end. */
    boolean isCancelled();

    /**
     * Tells how far the attempt is. Kept in memory and stored a little later, the latest word alone.
     *
     * @param percent 0 to 100
     * @param message for people; may be empty
     * @throws IllegalArgumentException if the percentage is out of its range
     */
    void progress(int percent, String message);

    /**
     * Adds a line to the task's log. Kept in memory and stored a little later, together with others; a task keeps the
     * latest {@value io.prismq.queue.domain.task.LogLine#KEPT}.
     *
     * @param message cut after {@value io.prismq.queue.domain.task.LogEntry#MAX_MESSAGE_BYTES} bytes of UTF-8
     */
    void log(LogLevel level, String message);
}
