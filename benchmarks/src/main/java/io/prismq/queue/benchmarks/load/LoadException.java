package io.prismq.queue.benchmarks.load;

/** A load could not be put on a server, or was answered with errors. */
public final class LoadException extends RuntimeException {
    private static final long serialVersionUID = 1;

    public LoadException(String message) {
        super(message);
    }
}
