package io.prismq.queue.domain.port;

/**
 * What a store takes of its disk, in bytes.
 *
 * @param database what holds the tasks; not negative
 * @param log what is committed and not yet in the database; 0 where a store has no such log
 */
public record StoreSize(long database, long log) {}
