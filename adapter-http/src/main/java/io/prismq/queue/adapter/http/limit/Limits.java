package io.prismq.queue.adapter.http.limit;

/**
 * What a client may ask of the server.
 *
 * @param patience how slowly it may send
 */
public record Limits(Patience patience) {
    public static final Limits DEFAULT = new Limits(Patience.DEFAULT);
}
