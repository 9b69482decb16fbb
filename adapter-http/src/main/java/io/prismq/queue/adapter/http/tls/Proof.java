package io.prismq.queue.adapter.http.tls;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;
import org.eclipse.jetty.util.ssl.SslContextFactory;

/** What is in the files, once it is seen to fit together. */
record Proof(KeyStore own, Optional<KeyStore> clientAuthorities) {
    private static final byte[] PROBE = {1, 2, 3};
    private static final String IN_MEMORY = "";

    /**
     * Reads the files.
     *
     * @throws TlsException if one cannot be used
     */
    static Proof of(TlsFiles files) {
        List<X509Certificate> chain = Pem.certificates(files.certificate());
        PublicKey publicKey = chain.get(0).getPublicKey();
        PrivateKey key = Pem.key(files.key(), publicKey.getAlgorithm());
        try {
            if (!belong(key, publicKey)) {
                throw new TlsException("%s is not the key of %s.".formatted(files.key(), files.certificate()));
            }
            KeyStore own = empty();
            own.setKeyEntry("server", key, IN_MEMORY.toCharArray(), chain.toArray(Certificate[]::new));
            return new Proof(own, files.clientAuthorities().map(file -> trusted(Pem.certificates(file))));
        } catch (GeneralSecurityException unusable) {
            throw new TlsException("%s cannot be used.".formatted(files.certificate()), unusable);
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
