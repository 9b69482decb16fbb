package io.prismq.queue.domain.task;

/**
 * The name that a worker gives itself.
 *
 * @param value 1 to 255 characters, no control characters
 */
public record WorkerId(String value) {
    public static final int MAX_LENGTH = 255;

    public WorkerId {
        Text.requirePlain("a worker id", value, MAX_LENGTH);
    }

    @Override
    public String toString() {
        return value;
    }
}
