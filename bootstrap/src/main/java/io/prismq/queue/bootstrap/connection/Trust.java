package io.prismq.queue.bootstrap.connection;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.util.Optional;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import org.jspecify.annotations.Nullable;

/**
 * Whom a client believes that a server is the one that it asks for, and what it shows of itself.
 *
 * @param authorities those whom it believes, and nobody else; empty for those whom the Java runtime believes
 * @param own its certificate and the key of it, without a password; empty where it shows none
 */
public record Trust(Optional<KeyStore> authorities, Optional<KeyStore> own) {
    /**
     * The authorities in a file.
     *
     * @param file certificates in PEM
     * @throws IOException if the file cannot be read, or has no certificate
     */
    public static KeyStore authoritiesIn(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            KeyStore trusted = KeyStore.getInstance("PKCS12");
            trusted.load(null, null);
            for (Certificate authority : CertificateFactory.getInstance("X.509").generateCertificates(in)) {
                trusted.setCertificateEntry("authority-" + trusted.size(), authority);
            }
            if (trusted.size() == 0) {
                throw new IOException(file + " has no certificate");
            }
            return trusted;
        } catch (GeneralSecurityException unusable) {
            throw new IOException(file + " has no certificate", unusable);
        }
    }

    /** What connections are made with; empty where the Java runtime knows all that it takes. */
    public Optional<SSLContext> context() {
        if (authorities.isEmpty() && own.isEmpty()) {
            return Optional.empty();
        }
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(keys(), trusted(), null);
            return Optional.of(context);
        } catch (GeneralSecurityException without) {
            throw new IllegalStateException("every Java runtime has TLS", without);
        }
    }

    private TrustManager @Nullable [] trusted() throws GeneralSecurityException {
        if (authorities.isEmpty()) {
            return null;
        }
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(authorities.get());
        return trust.getTrustManagers();
    }

    private KeyManager @Nullable [] keys() throws GeneralSecurityException {
        if (own.isEmpty()) {
            return null;
        }
        KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(own.get(), new char[0]);
        return keys.getKeyManagers();
    }
}
