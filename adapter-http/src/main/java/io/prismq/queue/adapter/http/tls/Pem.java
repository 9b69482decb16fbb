package io.prismq.queue.adapter.http.tls;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads files in PEM (RFC 7468). */
final class Pem {
    private static final Pattern PKCS_8 =
            Pattern.compile("-----BEGIN PRIVATE KEY-----([A-Za-z0-9+/=\\s]+)-----END PRIVATE KEY-----");

    private Pem() {}

    /**
     * The certificates in their order.
     *
     * @throws TlsException if there is none, or the file cannot be read
     */
    static List<X509Certificate> certificates(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            List<X509Certificate> found = CertificateFactory.getInstance("X.509").generateCertificates(in).stream()
                    .map(X509Certificate.class::cast)
                    .toList();
            if (found.isEmpty()) {
                throw new TlsException("%s has no certificate in it.".formatted(file));
            }
            return found;
        } catch (CertificateException noCertificate) {
            throw new TlsException("%s is not a certificate in PEM.".formatted(file), noCertificate);
        } catch (IOException unreadable) {
            throw unreadable(file, unreadable);
        }
    }

    /**
     * The key, of the algorithm of the certificate's.
     *
     * @throws TlsException if there is none, or the file cannot be read
     */
    static PrivateKey key(Path file, String algorithm) {
        try {
            Matcher key = PKCS_8.matcher(Files.readString(file));
            if (!key.find()) {
                throw new TlsException(
                        "%s is not a private key as PKCS #8 without a password; openssl pkcs8 -topk8 -nocrypt makes one."
                                .formatted(file));
            }
            byte[] encoded = Base64.getMimeDecoder().decode(key.group(1));
            return KeyFactory.getInstance(algorithm).generatePrivate(new PKCS8EncodedKeySpec(encoded));
        } catch (GeneralSecurityException | IllegalArgumentException broken) {
            // The cause could have a piece of the key in its message.
            throw new TlsException("%s is not a private key of the certificate's kind, %s.".formatted(file, algorithm));
        } catch (IOException unreadable) {
            throw unreadable(file, unreadable);
        }
    }

    private static TlsException unreadable(Path file, IOException why) {
        return new TlsException("%s cannot be read: does it exist, and may this user read it?".formatted(file), why);
    }
}
