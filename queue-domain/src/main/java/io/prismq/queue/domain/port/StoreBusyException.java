package io.prismq.queue.domain.port;

/** The store has more to do than it takes on, or another process holds it: nothing was stored, try again. */
public final class StoreBusyException extends TaskStoreException {
    private static final long serialVersionUID = 1L;

    public StoreBusyException(String message) {
        super(message);
    }

    public StoreBusyException(String message, Throwable cause) {
        super(message, cause);
    }
}
