package io.prismq.queue.domain.port;

/** The write failed at its commit: it may or may not be stored, ask before trying again. */
public final class StoreOutcomeUnknownException extends TaskStoreException {
    private static final long serialVersionUID = 1L;

    public StoreOutcomeUnknownException(String message) {
        super(message);
    }

    public StoreOutcomeUnknownException(String message, Throwable cause) {
        super(message, cause);
    }
}
