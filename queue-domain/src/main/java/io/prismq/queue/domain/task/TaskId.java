package io.prismq.queue.domain.task;

/**
 * The identity of a task: rises with each enqueue, is never used twice.
 *
 * @param value 1 to {@value #MAX}, the largest integer that a JSON reader holding numbers as doubles keeps exact (RFC
 *     8259, section 6)
 */
public record TaskId(long value) implements Comparable<TaskId> {
    public static final long MAX = (1L << 53) - 1;

    public TaskId {
        if (value < 1 || value > MAX) {
            throw new IllegalArgumentException("a task id is between 1 and " + MAX + ", not " + value);
        }
    }

    @Override
    public int compareTo(TaskId other) {
        return Long.compare(value, other.value);
    }

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
