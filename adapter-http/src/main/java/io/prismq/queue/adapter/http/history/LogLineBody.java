package io.prismq.queue.adapter.http.history;

import io.prismq.queue.adapter.http.json.RawJson;
import io.prismq.queue.domain.task.LogEntry;
import io.prismq.queue.domain.task.LogLine;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A line in a task's log.
 *
 * @param logId counts the lines of the task from 1
 */
record LogLineBody(
        long logId,
        Instant atUtc,
        String level,
        String message,
        @Nullable RawJson details) {
    static LogLineBody from(LogLine line) {
        LogEntry entry = line.entry();
        return new LogLineBody(
                line.number(),
                entry.at(),
                entry.level().word(),
                entry.message(),
                entry.details() == null ? null : new RawJson(entry.details()));
    }
}
