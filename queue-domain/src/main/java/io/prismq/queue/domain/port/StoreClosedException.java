package io.prismq.queue.domain.port;

/** The store has been closed: nothing was stored. */
public final class StoreClosedException extends TaskStoreException {
    private static final long serialVersionUID = 1L;

    public StoreClosedException(String message) {
        super(message);
    }

    public StoreClosedException(String message, Throwable cause) {
        super(message, cause);
    }
}
