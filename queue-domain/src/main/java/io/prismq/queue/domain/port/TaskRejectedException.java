package io.prismq.queue.domain.port;

/** A handler's word that no further attempt can mend the task. */
public final class TaskRejectedException extends Exception {
    private static final long serialVersionUID = 1L;

    public TaskRejectedException(String message) {
        super(message);
    }

    public TaskRejectedException(String message, Throwable cause) {
        super(message, cause);
    }
}
