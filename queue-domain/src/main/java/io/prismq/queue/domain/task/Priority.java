package io.prismq.queue.domain.task;

/**
 * The rank of a task among those waiting: the lower number is claimed first.
 *
 * @param value {@value #MIN} (first) to {@value #MAX} (last)
 */
public record Priority(int value) {
    public static final int MIN = 1;
    public static final int MAX = 1000;
    public static final Priority DEFAULT = new Priority(100);

    public Priority {
        if (value < MIN || value > MAX) {
            throw new IllegalArgumentException("a priority is between 1 and 1000, not " + value);
        }
    }
}
