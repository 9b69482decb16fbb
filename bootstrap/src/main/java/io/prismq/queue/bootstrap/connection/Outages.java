package io.prismq.queue.bootstrap.connection;

/** Hears when a server is away, once for all requests that wait for it. Called by any thread. */
public interface Outages {
    /**
     * The server is away.
     *
     * @param reason a sentence without its end
     */
    void began(String reason);

    /** It answers again. */
    void ended();
}
