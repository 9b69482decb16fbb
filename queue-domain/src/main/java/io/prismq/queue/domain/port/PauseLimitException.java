package io.prismq.queue.domain.port;

/** One more type would be paused than a store keeps paused. */
public final class PauseLimitException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public PauseLimitException() {
        super("there are already " + TaskOffers.MAX_PAUSED + " paused types");
    }
}
