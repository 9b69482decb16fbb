package io.prismq.queue.adapter.http.tls;

import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;
import org.eclipse.jetty.util.ssl.SslContextFactory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What is in the files, once it is seen to fit together. */
record Proof(KeyStore own, Optional<KeyStore> clientAuthorities) {
    private static final Logger LOG = LoggerFactory.getLogger(Proof.class);
    private static final byte[] PROBE = {1, 2, 3};
    private static final String IN_MEMORY = "";

    /**
     * Reads the files.
     *
     * @throws TlsException if one cannot be used
     */
    static Proof of(TlsFiles files) {
        return new Proof(
                own(files.certificate(), files.key()),
                files.clientAuthorities().map(file -> trusted(Pem.certificates(file))));
    }

    /** A certificate and its key, without a password. */
    static KeyStore own(Path certificate, Path keyFile) {
        List<X509Certificate> chain = Pem.certificates(certificate);
        PublicKey publicKey = chain.get(0).getPublicKey();
        PrivateKey key = Pem.key(keyFile, publicKey.getAlgorithm());
        try {
            if (!belong(key, publicKey)) {
                throw new TlsException("%s is not the key of %s.".formatted(keyFile, certificate));
            }
            warnIfExpired(certificate, chain.get(0));
            KeyStore own = empty();
            own.setKeyEntry("own", key, IN_MEMORY.toCharArray(), chain.toArray(Certificate[]::new));
            return own;
        } catch (GeneralSecurityException unusable) {
            throw new TlsException("%s cannot be used.".formatted(certificate), unusable);
        }
    }

    /** It is used all the same: some of those whom it is shown to may not mind. */
    private static void warnIfExpired(Path file, X509Certificate certificate) {
        try {
            certificate.checkValidity();
        } catch (CertificateException notNow) {
            LOG.warn(
                    "the certificate {} is worth nothing now: it counts from {} to {}",
                    file,
                    certificate.getNotBefore().toInstant(),
                    certificate.getNotAfter().toInstant());
        }
    }

    void giveTo(SslContextFactory.Server ssl) {
        ssl.setKeyStore(own);
        ssl.setKeyStorePassword(IN_MEMORY);
        clientAuthorities.ifPresent(authorities -> {
            ssl.setTrustStore(authorities);
            ssl.setNeedClientAuth(true);
        });
    }

    private static KeyStore trusted(List<X509Certificate> authorities) {
        try {
            KeyStore store = empty();
            for (X509Certificate authority : authorities) {
                store.setCertificateEntry("authority-" + store.size(), authority);
            }
            return store;
        } catch (GeneralSecurityException unusable) {
            throw new TlsException("The certificates of the clients' authorities cannot be used.", unusable);
        }
    }

    /** Whether what one signs is verified by the other. */
    private static boolean belong(PrivateKey key, PublicKey publicKey) throws GeneralSecurityException {
        String algorithm = switch (publicKey.getAlgorithm()) {
            case "RSA" -> "SHA256withRSA";
            case "EC" -> "SHA256withECDSA";
            default -> publicKey.getAlgorithm();
        };
        Signature signing = Signature.getInstance(algorithm);
        signing.initSign(key);
        signing.update(PROBE);
        Signature verifying = Signature.getInstance(algorithm);
        verifying.initVerify(publicKey);
        verifying.update(PROBE);
        return verifying.verify(signing.sign());
    }

    private static KeyStore empty() throws GeneralSecurityException {
        try {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            return store;
        } catch (IOException noFile) {
            throw new IllegalStateException("an empty key store is read from nowhere", noFile);
        }
    }
}
