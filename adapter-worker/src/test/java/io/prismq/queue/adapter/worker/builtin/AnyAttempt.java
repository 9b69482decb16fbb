package io.prismq.queue.adapter.worker.builtin;

import io.prismq.queue.domain.port.TaskContext;
import io.prismq.queue.domain.task.LogLevel;
import io.prismq.queue.domain.task.TaskId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** An attempt that nobody stops, and that remembers what its handler tells the log. */
final class AnyAttempt implements TaskContext {
    private final List<String> log = new ArrayList<>();

    List<String> log() {
        return log;
    }

    @Override
    public TaskId taskId() {
        return new TaskId(1);
    }

    @Override
    public int attempt() {
        return 1;
    }

    @Override
    public Instant deadline() {
        return Instant.MAX;
    }

    @Override
    public boolean isCancelled() {
        return false;
    }

    @Override
    public void progress(int percent, String message) {}

    @Override
    public void log(LogLevel level, String message) {
        log.add(level.word() + " " + message);
    }
}
