package io.prismq.queue.domain.task;

/**
 * How far the current attempt is, as its handler tells it.
 *
 * @param percent 0 to 100
 * @param message for people; cut after {@value #MAX_LENGTH} characters; may be empty
 */
public record Progress(int percent, String message) {
    public static final int MAX_LENGTH = 1000;

    public Progress {
        if (percent < 0 || percent > 100) {
            throw new IllegalArgumentException("a progress is between 0 and 100 percent, not " + percent);
        }
        message = Text.shortened(message, MAX_LENGTH);
    }
}
