package io.prismq.queue.bootstrap.connection;

/** There is no key where one should be; the message goes on where the sentence has named that place. */
public final class UnusableKeyException extends Exception {
    private static final long serialVersionUID = 1L;

    UnusableKeyException(String message) {
        super(message);
    }
}
