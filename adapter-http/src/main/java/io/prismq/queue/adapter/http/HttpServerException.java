package io.prismq.queue.adapter.http;

/** The server cannot run. The message is a sentence that tells an operator what to do. */
public final class HttpServerException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    HttpServerException(String message, Throwable cause) {
        super(message, cause);
    }
}
