package io.prismq.queue.bootstrap.connection;

import java.net.URI;
import java.util.Optional;

/**
 * Where a server is, and what opens it.
 *
 * @param key what is presented with every request; empty where none is
 */
public record ServerAddress(URI uri, Optional<String> key) {
    /** Without the key. */
    @Override
    public String toString() {
        return uri.toString();
    }
}
