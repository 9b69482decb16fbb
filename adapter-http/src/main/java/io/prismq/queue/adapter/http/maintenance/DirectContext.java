package io.prismq.queue.adapter.http.maintenance;

import io.prismq.queue.domain.port.TaskContext;
import io.prismq.queue.domain.task.LogLevel;
import io.prismq.queue.domain.task.Progress;
import io.prismq.queue.domain.task.TaskId;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What a handler may know that runs without a task. What it would tell the task's log goes to that of the server. */
final class DirectContext implements TaskContext {
    private static final Logger LOG = LoggerFactory.getLogger(DirectContext.class);

    private final Instant deadline;
    private volatile boolean stopped;

    DirectContext(Instant deadline) {
        this.deadline = deadline;
    }

    void stop() {
        stopped = true;
    }

    /** Not to be asked for: there is no task. */
    @Override
    public TaskId taskId() {
        throw new UnsupportedOperationException("this run has no task");
    }

    @Override
    public int attempt() {
        return 1;
    }

    @Override
    public Instant deadline() {
        return deadline;
    }

    @Override
    public boolean isCancelled() {
        return stopped || Thread.currentThread().isInterrupted();
    }

    /** Nobody can ask for it. */
    @Override
    public void progress(int percent, String message) {
        LOG.debug("{}", new Progress(percent, message));
    }

    @Override
    public void log(LogLevel level, String message) {
        switch (level) {
            case DEBUG -> LOG.debug(message);
            case INFO -> LOG.info(message);
            case WARN -> LOG.warn(message);
            case ERROR -> LOG.error(message);
        }
    }
}
