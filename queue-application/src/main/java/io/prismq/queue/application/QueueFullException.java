package io.prismq.queue.application;

/** Tasks would bring the queue beyond its limits: nothing was stored. */
public final class QueueFullException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public QueueFullException(String message) {
        super(message, null, false, false);
    }
}
