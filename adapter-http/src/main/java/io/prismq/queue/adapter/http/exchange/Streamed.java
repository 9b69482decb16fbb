package io.prismq.queue.adapter.http.exchange;

import java.util.concurrent.CompletionStage;

/** The body of a reply that is written as it comes about, for as long as the client listens. */
public interface Streamed extends AutoCloseable {
    /**
     * Writes the body.
     *
     * @return completes when there is nothing more to write, or nobody to read it
     */
    CompletionStage<Void> writeTo(Outlet outlet);

    /** Ends it, and frees what it holds, whether it was written or not. To be called at least once; it must not wait. */
    @Override
    void close();
}
