package io.prismq.queue.domain.port;

import io.prismq.queue.domain.access.ApiKey;
import java.util.List;

/** Questions about the keys of clients: there are as many as people made. */
public interface KeyReads {
    /** Every key, also those that are worth nothing any more: the oldest first, at one time by id. */
    List<ApiKey> all();
}
