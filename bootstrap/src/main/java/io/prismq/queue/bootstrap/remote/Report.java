package io.prismq.queue.bootstrap.remote;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a command has told since the last heartbeat: its latest progress, and the first lines of its log. It is bounded,
 * so that no command can fill the memory while the server is away; how many lines were left out is a line of its own.
 * Safe for use by many threads.
 */
final class Report {
    static final int MOST_LINES = 500;
    static final int MOST_CHARACTERS = 128 * 1024;

    /** How far the command is. */
    record Progress(int percent, @Nullable String message) {}

    /** A line of the log, at a level of the API. */
    record Line(String level, String message) {}

    /** What one heartbeat carries. */
    record Batch(@Nullable Progress progress, List<Line> lines) {
        static final Batch EMPTY = new Batch(null, List.of());

        boolean isEmpty() {
            return progress == null && lines.isEmpty();
        }
    }

    private final List<Line> lines = new ArrayList<>();
    private @Nullable Progress progress;
    private int characters;
    private long leftOut;

    synchronized void progress(Progress latest) {
        progress = latest;
    }

    synchronized void log(String message) {
        if (lines.size() < MOST_LINES && characters + message.length() <= MOST_CHARACTERS) {
            add(new Line("info", message));
        } else {
            leftOut++;
        }
    }

    synchronized boolean isEmpty() {
        return progress == null && lines.isEmpty();
    }

    synchronized Batch take() {
        if (leftOut > 0) {
            lines.add(new Line("warn", "%d further lines were left out: too many at a time".formatted(leftOut)));
        }
        Batch batch = new Batch(progress, List.copyOf(lines));
        lines.clear();
        progress = null;
        characters = 0;
        leftOut = 0;
        return batch;
    }

    /** Puts back what could not be delivered, before what was told since; newer progress stays. */
    synchronized void putBack(Batch batch) {
        List<Line> since = List.copyOf(lines);
        lines.clear();
        characters = 0;
        batch.lines().forEach(this::add);
        since.forEach(line -> log(line.message()));
        progress = progress == null ? batch.progress() : progress;
    }

    private void add(Line line) {
        lines.add(line);
        characters += line.message().length();
    }
}
