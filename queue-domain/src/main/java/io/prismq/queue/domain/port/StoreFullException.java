package io.prismq.queue.domain.port;

/** There is no room left for the write: nothing was stored, try again when there is. */
public final class StoreFullException extends TaskStoreException {
    private static final long serialVersionUID = 1L;

    public StoreFullException(String message) {
        super(message);
    }

    public StoreFullException(String message, Throwable cause) {
        super(message, cause);
    }
}
