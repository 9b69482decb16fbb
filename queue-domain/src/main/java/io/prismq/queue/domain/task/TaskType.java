package io.prismq.queue.domain.task;

import java.util.regex.Pattern;

/**
 * Names the kind of work, and so the handler that does it.
 *
 * @param value 1 to 100 characters of {@code A-Z a-z 0-9 . _ : -}
 */
public record TaskType(String value) implements Comparable<TaskType> {
    public static final String PATTERN = "[A-Za-z0-9._:-]{1,100}";

    private static final Pattern VALID = Pattern.compile(PATTERN);

    public TaskType {
        if (!VALID.matcher(value).matches()) {
            throw new IllegalArgumentException("a task type is 1 to 100 characters of A-Z a-z 0-9 . _ : -");
        }
    }

    @Override
    public int compareTo(TaskType other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
