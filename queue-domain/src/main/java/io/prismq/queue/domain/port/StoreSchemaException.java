package io.prismq.queue.domain.port;

/** The database belongs to a newer version of this product, or its schema cannot be brought up to date. */
public final class StoreSchemaException extends TaskStoreException {
    private static final long serialVersionUID = 1L;

    public StoreSchemaException(String message) {
        super(message);
    }

    public StoreSchemaException(String message, Throwable cause) {
        super(message, cause);
    }
}
