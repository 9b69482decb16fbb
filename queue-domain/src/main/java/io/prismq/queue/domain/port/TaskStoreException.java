package io.prismq.queue.domain.port;

/** The store could not do what it was asked to. The message is a sentence that tells an operator what to do. */
public class TaskStoreException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public TaskStoreException(String message) {
        super(message);
    }

    public TaskStoreException(String message, Throwable cause) {
        super(message, cause);
    }
}
