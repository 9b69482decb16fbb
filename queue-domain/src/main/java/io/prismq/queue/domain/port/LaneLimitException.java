package io.prismq.queue.domain.port;

/** A task would bring one more pair of type and compatibility than a store keeps apart. */
public final class LaneLimitException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public LaneLimitException() {
        super("there are already " + TaskStore.MAX_LANES + " distinct pairs of task type and compatibility");
    }
}
