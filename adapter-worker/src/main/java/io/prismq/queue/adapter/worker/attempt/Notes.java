package io.prismq.queue.adapter.worker.attempt;

import io.prismq.queue.application.Settlement;
import io.prismq.queue.domain.port.Clock;
import io.prismq.queue.domain.task.LogEntry;
import io.prismq.queue.domain.task.LogLevel;
import io.prismq.queue.domain.task.LogLine;
import io.prismq.queue.domain.task.Progress;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.ListIterator;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a handler tells about its attempt, until the store takes it: the latest progress, and as many of the latest lines
 * as a task keeps. Safe for use by many threads.
 */
final class Notes {
    private final Clock clock;
    private final Runnable firstNoted;
    private final Deque<LogEntry> log = new ArrayDeque<>();
    private @Nullable Progress progress;
    private @Nullable Instant since;
    private boolean closed;

    /** Notes that tell, on the handler's thread, when there is something to take again. */
    Notes(Clock clock, Runnable firstNoted) {
        this.clock = clock;
        this.firstNoted = firstNoted;
    }

    void progress(Progress latest) {
        note(clock.now(), () -> progress = latest);
    }

    void log(LogLevel level, String message) {
        LogEntry line = LogEntry.of(clock.now(), level, message);
        note(line.at(), () -> append(line));
    }

    /** Since when there is something to take. */
    synchronized Optional<Instant> since() {
        return Optional.ofNullable(since);
    }

    /** Takes all that was told, as a sign of life to tell the store. */
    synchronized Settlement.Heartbeat take() {
        Settlement.Heartbeat told =
                new Settlement.Heartbeat(Optional.empty(), Optional.ofNullable(progress), List.copyOf(log));
        log.clear();
        progress = null;
        since = null;
        return told;
    }

    /** The store could not take it: it stands before what has been told meanwhile. */
    synchronized void putBack(Settlement.Heartbeat told) {
        ListIterator<LogEntry> lines = told.log().listIterator(told.log().size());
        while (lines.hasPrevious() && log.size() < LogLine.KEPT) {
            log.addFirst(lines.previous());
        }
        if (progress == null) {
            progress = told.progress().orElse(null);
        }
        if (since == null && isNews(told)) {
            since = clock.now();
        }
    }

    /** From now on nothing is noted; what was told can still be taken. */
    synchronized void close() {
        closed = true;
    }

    static boolean isNews(Settlement.Heartbeat told) {
        return told.progress().isPresent() || !told.log().isEmpty();
    }

    private void note(Instant now, Runnable what) {
        boolean first;
        synchronized (this) {
            if (closed) {
                return;
            }
            first = since == null;
            since = first ? now : since;
            what.run();
        }
        if (first) {
            firstNoted.run();
        }
    }

    private void append(LogEntry line) {
        if (log.size() == LogLine.KEPT) {
            log.removeFirst();
        }
        log.addLast(line);
    }
}
