package io.prismq.queue.bootstrap.wiring;

import io.prismq.queue.adapter.http.tls.TlsFiles;
import io.prismq.queue.bootstrap.config.ConfigurationException;
import io.prismq.queue.bootstrap.config.TlsSection;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What the server proves itself with, out of the configuration. */
final class TlsConfiguration {
    private static final Logger LOG = LoggerFactory.getLogger(TlsConfiguration.class);

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
        Path keyFile = path("tls.key", key);
        warnWhereOthersRead(keyFile);
        return Optional.of(new TlsFiles(
                path("tls.certificate", certificate),
                keyFile,
                Optional.ofNullable(authorities).map(file -> path("tls.client_authorities", file))));
    }

    /** A group may be there to share it. A file that is not there is found out when it is read. */
    private static void warnWhereOthersRead(Path key) {
        try {
            if (Files.getPosixFilePermissions(key).contains(PosixFilePermission.OTHERS_READ)) {
                LOG.warn("everybody on this machine can read tls.key: chmod o-rwx {}", key);
            }
        } catch (IOException | UnsupportedOperationException unknown) {
            LOG.debug("who can read {} is not known", key, unknown);
        }
    }

    private static Path path(String name, String text) {
        try {
            return Path.of(text);
        } catch (InvalidPathException noPath) {
            throw new ConfigurationException("The value of the configuration key %s is no path.".formatted(name));
        }
    }
}
