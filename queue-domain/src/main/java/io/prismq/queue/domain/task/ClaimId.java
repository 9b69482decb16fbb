package io.prismq.queue.domain.task;

/**
 * The name that a worker gives to one of its claims, so that it can ask for it again when the answer was lost.
 *
 * @param value 1 to 255 characters, no control characters; its own for each claim of a worker
 */
public record ClaimId(String value) {
    public static final int MAX_LENGTH = 255;

    public ClaimId {
        Text.requirePlain("a claim id", value, MAX_LENGTH);
    }

    @Override
    public String toString() {
        return value;
    }
}
