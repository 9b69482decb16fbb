package io.prismq.queue.bootstrap.connection;

import java.net.URI;
import java.util.Optional;
import javax.net.ssl.SSLContext;

/**
 * Where a server is, and what opens it.
 *
 * @param key what is presented with every request
 * @param tls whom to believe that it is the one, and what to show it; empty for whom the Java runtime believes, and nothing
 */
public record ServerAddress(URI uri, PresentedKey key, Optional<SSLContext> tls) {
    /** Without the key. */
    @Override
    public String toString() {
        return uri.toString();
    }
}
