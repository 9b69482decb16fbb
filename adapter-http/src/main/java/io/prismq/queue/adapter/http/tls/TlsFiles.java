package io.prismq.queue.adapter.http.tls;

import java.nio.file.Path;
import java.security.KeyStore;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Where the server's proof of itself is, all of it in PEM.
 *
 * @param certificate of the server, followed by those between it and its authority
 * @param key of the certificate: PKCS #8, without a password
 * @param clientAuthorities whose certificates clients have to show; empty where they need show none
 */
public record TlsFiles(Path certificate, Path key, Optional<Path> clientAuthorities) {
    /**
     * What proves who one is, of a client as of a server: the certificate and its key, without a password.
     *
     * @throws TlsException if they cannot be used
     */
    public KeyStore proof() {
        return Proof.own(certificate, key);
    }

    List<Path> all() {
        return Stream.concat(Stream.of(certificate, key), clientAuthorities.stream())
                .toList();
    }
}
