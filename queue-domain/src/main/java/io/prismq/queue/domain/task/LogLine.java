package io.prismq.queue.domain.task;

/**
 * A line in a task's log.
 *
 * @param number counts the lines of the task from 1; never used again
 */
public record LogLine(long number, LogEntry entry) {
    /** How many lines of a task are kept, the latest ones. */
    public static final int KEPT = 1000;
}
