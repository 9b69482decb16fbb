package io.prismq.queue.adapter.worker.attempt;

import io.prismq.queue.domain.port.TaskContext;
import io.prismq.queue.domain.task.LogLevel;
import io.prismq.queue.domain.task.Progress;
import io.prismq.queue.domain.task.TaskId;
import io.prismq.queue.domain.task.TraceContext;
import java.time.Instant;
import java.util.Optional;

/** What a handler knows of its attempt, and tells about it. */
final class AttemptContext implements TaskContext {
    private final Hold hold;
    private final Notes notes;
    private volatile boolean stopped;

    AttemptContext(Hold hold, Notes notes) {
        this.hold = hold;
        this.notes = notes;
    }

    /** The attempt goes on no further: whatever its handler tells from now on is not heard. */
    void stop() {
        stopped = true;
        notes.close();
    }

    Hold hold() {
        return hold;
    }

    @Override
    public TaskId taskId() {
        return hold.id();
    }

    @Override
    public int attempt() {
        return hold.task().attempts();
    }

    @Override
    public Instant deadline() {
        return hold.deadline();
    }

    @Override
    public Optional<TraceContext> trace() {
        return Optional.ofNullable(hold.task().spec().trace());
    }

    @Override
    public boolean isCancelled() {
        return stopped;
    }

    @Override
    public void progress(int percent, String message) {
        notes.progress(new Progress(percent, message));
    }

    @Override
    public void log(LogLevel level, String message) {
        notes.log(level, message);
    }
}
