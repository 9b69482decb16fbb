package io.prismq.queue.bootstrap.client;

import io.prismq.queue.adapter.http.tls.TlsException;
import io.prismq.queue.adapter.http.tls.TlsFiles;
import io.prismq.queue.bootstrap.connection.Trust;
import java.io.IOException;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.Optional;
import java.util.function.Function;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** Whom to believe, and what to show, where the server speaks TLS. */
final class TlsOptions {
    @Option(
            names = "--ca-file",
            paramLabel = "FILE",
            defaultValue = "${env:PRISMQ_CA_FILE}",
            description = "Certificates, in PEM, of who vouches for the server (default: the variable PRISMQ_CA_FILE,"
                    + " else those whom the Java runtime trusts).")
    private @Nullable Path authorities;

    @Option(
            names = "--cert-file",
            paramLabel = "FILE",
            defaultValue = "${env:PRISMQ_CERT_FILE}",
            description = "Certificate, in PEM, that is shown to a server that asks for one (default: the variable"
                    + " PRISMQ_CERT_FILE, else none).")
    private @Nullable Path certificate;

    @Option(
            names = "--cert-key-file",
            paramLabel = "FILE",
            defaultValue = "${env:PRISMQ_CERT_KEY_FILE}",
            description = "Its key, in PEM: PKCS 8 without a password (default: the variable PRISMQ_CERT_KEY_FILE).")
    private @Nullable Path key;

    /**
     * What connections are made with; empty where nothing is asked for.
     *
     * @param wrong what a wrong command line is told with
     */
    Optional<SSLContext> context(Function<String, ParameterException> wrong) {
        return new Trust(authorities(wrong), own(wrong)).context();
    }

    private Optional<KeyStore> authorities(Function<String, ParameterException> wrong) {
        if (authorities == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(Trust.authoritiesIn(authorities));
        } catch (IOException unusable) {
            throw wrong.apply("--ca-file %s cannot be read, or has no certificate in PEM".formatted(authorities));
        }
    }

    private Optional<KeyStore> own(Function<String, ParameterException> wrong) {
        if (certificate == null && key == null) {
            return Optional.empty();
        }
        if (certificate == null || key == null) {
            throw wrong.apply("--cert-file and --cert-key-file take each other");
        }
        try {
            return Optional.of(new TlsFiles(certificate, key, Optional.empty()).proof());
        } catch (TlsException unusable) {
            throw wrong.apply("--cert-file, --cert-key-file: " + unusable.getMessage());
        }
    }
}
