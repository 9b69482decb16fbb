package io.prismq.queue.bootstrap.connection;

import java.io.IOException;
import java.net.ConnectException;
import java.net.http.HttpConnectTimeoutException;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertificateExpiredException;
import java.util.stream.Stream;
import javax.net.ssl.SSLHandshakeException;
import org.jspecify.annotations.Nullable;

/** Why a server gave no answer, as a sentence without its end, and what to do where that is known. */
final class Hindrance {
    /** In all that Java runtimes say of an answer that is not TLS, with a capital or without. */
    private static final String PLAIN = "nrecognized SSL message";

    /** How an alert of TLS begins, where an answer of HTTP should: RFC 8446, section 5.1. */
    private static final String ALERT = "\u0015\u0003";

    private Hindrance() {}

    /**
     * Keeps the type where nobody was reached, or TLS did not come about: then nothing of the request was done.
     *
     * @param server its address
     */
    static IOException of(String server, @Nullable Throwable cause) {
        if (cause instanceof ConnectException || cause instanceof HttpConnectTimeoutException) {
            return with(cause, new ConnectException("%s cannot be reached".formatted(server)));
        }
        if (causes(cause).anyMatch(SSLHandshakeException.class::isInstance)
                || says(cause, PLAIN)
                || says(cause, ALERT)) {
            return with(cause, new SSLHandshakeException("%s %s".formatted(server, unsafe(cause))));
        }
        return new IOException("The connection to %s was lost: %s".formatted(server, cause), cause);
    }

    private static String unsafe(@Nullable Throwable cause) {
        if (comesFrom(cause, CertPathBuilderException.class)) {
            return "shows a certificate of an authority that is not known here: name who vouches for it with"
                    + " --ca-file, or set PRISMQ_CA_FILE";
        }
        if (comesFrom(cause, CertificateExpiredException.class)) {
            return "shows a certificate that has expired";
        }
        if (says(cause, "No subject alternative") || says(cause, "No name matching")) {
            return "shows the certificate of another name";
        }
        if (says(cause, ALERT)) {
            return "speaks TLS: its address begins with https://";
        }
        if (says(cause, PLAIN)) {
            return "does not speak TLS: its address begins with http://";
        }
        if (says(cause, "certificate_required") || says(cause, "bad_certificate")) {
            return "takes a certificate of yours: name its file with --cert-file, or set PRISMQ_CERT_FILE";
        }
        if (says(cause, "certificate_unknown")) {
            return "does not know who vouches for your certificate";
        }
        return "cannot be reached by TLS: %s".formatted(cause);
    }

    private static boolean comesFrom(@Nullable Throwable failure, Class<? extends Throwable> kind) {
        return causes(failure).anyMatch(kind::isInstance);
    }

    private static boolean says(@Nullable Throwable failure, String words) {
        return causes(failure).map(Throwable::getMessage).anyMatch(said -> said != null && said.contains(words));
    }

    private static Stream<Throwable> causes(@Nullable Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause);
    }

    private static IOException with(@Nullable Throwable cause, IOException told) {
        told.initCause(cause);
        return told;
    }
}
