package io.prismq.queue.adapter.http.tls;

/** The files of the server's proof cannot be used; the message says which, and what to do. */
public final class TlsException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    TlsException(String message, Throwable cause) {
        super(message, cause);
    }

    TlsException(String message) {
        super(message);
    }
}
