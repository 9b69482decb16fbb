package io.prismq.queue.domain.task;

/**
 * The latest failure of a task.
 *
 * @param message for people; cut after {@value #MAX_LENGTH} characters
 */
public record Failure(FailureKind kind, String message) {
    public static final int MAX_LENGTH = 10_000;

    public Failure {
        message = Text.shortened(message, MAX_LENGTH);
    }

    /** A failure that another attempt may mend. */
    public static Failure error(String message) {
        return new Failure(FailureKind.ERROR, message);
    }

    /** A failure that no further attempt can mend. */
    public static Failure rejected(String message) {
        return new Failure(FailureKind.REJECTED, message);
    }
}
