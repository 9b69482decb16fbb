package io.prismq.queue.domain.task;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a worker says about its work on a task.
 *
 * @param message for people; cut so that it has at most {@value #MAX_MESSAGE_BYTES} bytes of UTF-8
 * @param details more, as a JSON text of at most {@value #MAX_DETAILS_BYTES} bytes; null where there is none
 */
public record LogEntry(
        Instant at,
        LogLevel level,
        String message,
        @Nullable String details) {
    public static final int MAX_MESSAGE_BYTES = 8 << 10;
    public static final int MAX_DETAILS_BYTES = 64 << 10;

    public LogEntry {
        message = Text.shortenedToBytes(message, MAX_MESSAGE_BYTES);
        if (details != null) {
            JsonText.requireBounded("details", details, MAX_DETAILS_BYTES);
        }
    }

    /** A line without details. */
    public static LogEntry of(Instant at, LogLevel level, String message) {
        return new LogEntry(at, level, message, null);
    }
}
