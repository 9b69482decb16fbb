package io.prismq.queue.adapter.http;

import io.prismq.queue.adapter.http.tls.TlsFiles;
import java.time.Duration;
import java.util.Optional;

/**
 * Where and how the server listens.
 *
 * @param host the address to listen on
 * @param port 0 to 65535; 0 lets the system choose
 * @param stopTimeout how long a stop waits for requests under way
 * @param admission who is let in, and how much he may ask for
 * @param tls empty where connections are not encrypted
 */
public record HttpSettings(String host, int port, Duration stopTimeout, Admission admission, Optional<TlsFiles> tls) {
    private static final int MAX_PORT = 65_535;

    public HttpSettings {
        if (host.isBlank()) {
            throw new IllegalArgumentException("a host is an address or a name, not a blank");
        }
        if (port < 0 || port > MAX_PORT) {
            throw new IllegalArgumentException("a port is between 0 and 65535, not " + port);
        }
        if (stopTimeout.isNegative()) {
            throw new IllegalArgumentException("a stop timeout is not negative, as is " + stopTimeout);
        }
    }
}
