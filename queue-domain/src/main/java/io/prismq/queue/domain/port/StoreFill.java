package io.prismq.queue.domain.port;

/** How full the store is, as a unit of work sees it: with its own changes, and those of every unit before it. */
public interface StoreFill {
    /** Tasks stored, of every status. */
    long tasks();

    /** Bytes in use, without what is free to be used again; 0 where a store does not know. */
    long bytes();
}
