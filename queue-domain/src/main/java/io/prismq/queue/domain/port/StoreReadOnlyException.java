package io.prismq.queue.domain.port;

/** The store cannot be written to: nothing was stored. */
public final class StoreReadOnlyException extends TaskStoreException {
    private static final long serialVersionUID = 1L;

    public StoreReadOnlyException(String message) {
        super(message);
    }

    public StoreReadOnlyException(String message, Throwable cause) {
        super(message, cause);
    }
}
