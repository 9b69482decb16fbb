package io.prismq.queue.bootstrap.wiring;

import io.prismq.queue.adapter.http.tls.TlsFiles;
import io.prismq.queue.bootstrap.config.ConfigurationException;
import io.prismq.queue.bootstrap.config.TlsSection;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;

/** What the server proves itself with, out of the configuration. */
final class TlsConfiguration {
    private TlsConfiguration() {}

    /**
     * Empty where connections are not encrypted.
     *
     * @throws ConfigurationException where a part is missing, or is no path
     */
    static Optional<TlsFiles> of(TlsSection section) {
        String certificate = section.certificate();
        String key = section.key();
        String authorities = section.clientAuthorities();
        if (certificate == null && key == null && authorities == null) {
            return Optional.empty();
        }
        if (certificate == null || key == null) {
            throw new ConfigurationException(
                    "To encrypt connections takes both tls.certificate and tls.key, and one of them is missing.");
        }
        return Optional.of(new TlsFiles(
                path("tls.certificate", certificate),
                path("tls.key", key),
                Optional.ofNullable(authorities).map(file -> path("tls.client_authorities", file))));
    }

    private static Path path(String name, String text) {
        try {
            return Path.of(text);
        } catch (InvalidPathException noPath) {
            throw new ConfigurationException("The value of the configuration key %s is no path.".formatted(name));
        }
    }
}
