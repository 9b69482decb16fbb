package io.prismq.queue.adapter.http.history;

import io.prismq.queue.domain.task.LogLine;
import java.util.List;

/**
 * The lines that fit into one answer.
 *
 * @param more whether further lines follow
 */
record LogPage(List<LogLine> lines, boolean more) {
    private static final long MAX_CHARACTERS = 4 << 20;

    /**
     * The first of the lines that were found.
     *
     * @param limit the most that the page holds; it also ends after the line that brings it to 4 MiB
     */
    static LogPage of(List<LogLine> found, int limit) {
        int end = 0;
        for (long characters = 0; end < found.size() && end < limit && characters < MAX_CHARACTERS; end++) {
            characters += characters(found.get(end));
        }
        return new LogPage(found.subList(0, end), end < found.size());
    }

    long last() {
        return lines.get(lines.size() - 1).number();
    }

    private static long characters(LogLine line) {
        String details = line.entry().details();
        return (long) line.entry().message().length() + (details == null ? 0 : details.length());
    }
}
