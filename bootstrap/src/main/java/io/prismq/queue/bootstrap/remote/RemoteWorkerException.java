package io.prismq.queue.bootstrap.remote;

/** The worker cannot go on; the message is a sentence for the person who started it. */
public final class RemoteWorkerException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public RemoteWorkerException(String message) {
        super(message);
    }
}
