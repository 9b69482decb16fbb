package io.prismq.queue.adapter.http.settlement;

import io.prismq.queue.adapter.http.constraint.WordOf;
import io.prismq.queue.adapter.http.constraint.Words;
import io.prismq.queue.domain.task.LogEntry;
import io.prismq.queue.domain.task.LogLevel;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;

/** A line for the log of a task. */
public record LogRequest(
        @NotNull @WordOf(LogLevel.class) String level,
        @NotNull String message) {
    LogEntry toEntry(Instant now) {
        return LogEntry.of(now, Words.parse(LogLevel.class, level), message);
    }
}
