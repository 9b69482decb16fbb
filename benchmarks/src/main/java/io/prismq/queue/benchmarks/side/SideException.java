package io.prismq.queue.benchmarks.side;

/** A side of a comparison did not do what it was asked to do. */
public final class SideException extends RuntimeException {
    private static final long serialVersionUID = 1;

    public SideException(String message) {
        super(message);
    }
}
