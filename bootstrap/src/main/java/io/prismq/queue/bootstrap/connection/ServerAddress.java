package io.prismq.queue.bootstrap.connection;

import java.net.URI;
import java.util.Optional;
import javax.net.ssl.SSLContext;

/**
 * Where a server is, and what opens it.
 *
 * @param key what is presented with every request; empty where none is
 * @param trust whom to believe that it is the one; empty for whom the Java runtime believes
 */
public record ServerAddress(URI uri, Optional<String> key, Optional<SSLContext> trust) {
    /** Without the key. */
    @Override
    public String toString() {
        return uri.toString();
    }
}
