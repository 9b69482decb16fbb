package io.prismq.queue.domain.port;

/** The file is not a database of this product, or it is damaged. */
public final class StoreCorruptException extends TaskStoreException {
    private static final long serialVersionUID = 1L;

    public StoreCorruptException(String message) {
        super(message);
    }

    public StoreCorruptException(String message, Throwable cause) {
        super(message, cause);
    }
}
