package io.prismq.queue.domain.port;

import io.prismq.queue.domain.access.ApiKey;

/** The keys of clients inside a unit of work. */
public interface KeyRegister extends KeyReads {
    /** Keeps the key, in the place of what was kept under its id. */
    void put(ApiKey key);
}
