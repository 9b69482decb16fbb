package io.prismq.queue.domain.task;

/** A result is beyond its bound. */
public final class ResultTooLargeException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    ResultTooLargeException() {
        super("a result has at most %d bytes of UTF-8".formatted(Result.MAX_BYTES));
    }
}
