package io.prismq.queue.adapter.http.tls;

import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.SecureRequestCustomizer;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.SslConnectionFactory;
import org.eclipse.jetty.util.Scanner;
import org.eclipse.jetty.util.ssl.SslContextFactory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Encrypts the connections of a server, with TLS 1.2 or newer. Files that are replaced count within seconds for new
 * connections; what cannot be used is told to the log, and the files before it go on counting.
 */
public final class Tls {
    private static final Logger LOG = LoggerFactory.getLogger(Tls.class);
    private static final int SECONDS_BETWEEN_LOOKS = 1;

    private Tls() {}

    /**
     * The layer beneath HTTP.
     *
     * @throws TlsException if the files cannot be used
     */
    public static SslConnectionFactory layer(TlsFiles files, HttpConnectionFactory http, Server server) {
        SslContextFactory.Server ssl = new SslContextFactory.Server();
        ssl.setIncludeProtocols("TLSv1.3", "TLSv1.2");
        Proof.of(files).giveTo(ssl);
        tellBrowsersToStay(http.getHttpConfiguration());
        server.addBean(watch(files, ssl));
        return new SslConnectionFactory(ssl, http.getProtocol());
    }

    /** Strict-Transport-Security (RFC 6797): browsers ask for nothing over plain HTTP any more. */
    private static void tellBrowsersToStay(HttpConfiguration http) {
        SecureRequestCustomizer secure = new SecureRequestCustomizer(false);
        secure.setStsMaxAge(365, TimeUnit.DAYS);
        http.addCustomizer(secure);
    }

    private static Scanner watch(TlsFiles files, SslContextFactory.Server ssl) {
        // Links are followed, and looked at by their own names: who replaces secrets often replaces a link.
        Scanner scanner = new Scanner(null, false);
        files.all().stream().map(Path::toAbsolutePath).forEach(scanner::addFile);
        scanner.setScanInterval(SECONDS_BETWEEN_LOOKS);
        scanner.setReportExistingFilesOnStartup(false);
        scanner.addListener(new Scanner.BulkListener() {
            @Override
            public void pathsChanged(Map<Path, Scanner.Notification> changed) {
                reload(files, ssl);
            }
        });
        return scanner;
    }

    static void reload(TlsFiles files, SslContextFactory.Server ssl) {
        try {
            Proof proof = Proof.of(files);
            ssl.reload(factory -> proof.giveTo(ssl));
            LOG.info("the certificate {} was replaced, and counts", files.certificate());
        } catch (TlsException unusable) {
            LOG.error("what replaced the certificate does not count: {}", unusable.getMessage());
        } catch (Exception refused) {
            LOG.error("what replaced the certificate {} does not count", files.certificate(), refused);
        }
    }
}
