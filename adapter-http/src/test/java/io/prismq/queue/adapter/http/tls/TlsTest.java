package io.prismq.queue.adapter.http.tls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSocket;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.SslConnectionFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;

/** A bare server above the layer, which knows no path. */
@SuppressWarnings("NullAway.Init")
class TlsTest {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final int ANSWERED = 404;

    @TempDir
    private static Path made;

    private static Authority server;
    private static Authority other;

    @TempDir
    private Path directory;

    private final Server jetty = new Server();

    @BeforeAll
    static void makeKeys() {
        server = Authority.make(made, "server", "-keyalg", "EC", "-groupname", "secp256r1");
        other = Authority.make(made, "other", "-keyalg", "RSA", "-keysize", "2048");
    }

    @AfterEach
    void stop() throws Exception {
        jetty.stop();
    }

    @Test
    void encryptsAndTellsBrowsersToStay() throws Exception {
        int port = start(new TlsFiles(server.certificate(), server.key(), Optional.empty()));

        HttpResponse<String> answer = get(port, server.trusting(null));

        assertThat(answer.statusCode()).isEqualTo(ANSWERED);
        assertThat(answer.headers().firstValue("Strict-Transport-Security")).contains("max-age=31536000");
    }

    @Test
    void takesARsaKeyToo() throws Exception {
        int port = start(new TlsFiles(other.certificate(), other.key(), Optional.empty()));

        assertThat(get(port, other.trusting(null)).statusCode()).isEqualTo(ANSWERED);
    }

    @ParameterizedTest
    @CsvSource({"TLSv1.3,true", "TLSv1.2,true", "TLSv1.1,false", "TLSv1,false"})
    void speaksNoOldVersions(String version, boolean spoken) throws Exception {
        int port = start(new TlsFiles(server.certificate(), server.key(), Optional.empty()));

        try (SSLSocket socket = (SSLSocket)
                server.trusting(null).getSocketFactory().createSocket(InetAddress.getLoopbackAddress(), port)) {
            socket.setEnabledProtocols(new String[] {version});
            if (spoken) {
                socket.startHandshake();
                assertThat(socket.getSession().getProtocol()).isEqualTo(version);
            } else {
                assertThatThrownBy(socket::startHandshake).isInstanceOf(SSLException.class);
            }
        }
    }

    @Test
    void answersNothingInPlainText() throws Exception {
        int port = start(new TlsFiles(server.certificate(), server.key(), Optional.empty()));

        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout((int) PATIENCE.toMillis());
            socket.getOutputStream()
                    .write("GET / HTTP/1.1\r\nHost: localhost\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            assertThat(new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1))
                    .doesNotContain("HTTP/1.1");
        }
    }

    @Test
    void asksClientsForACertificateWhereItIsToldTo() throws Exception {
        int port = start(new TlsFiles(server.certificate(), server.key(), Optional.of(other.certificate())));

        assertThat(get(port, server.trusting(other)).statusCode()).isEqualTo(ANSWERED);
        assertThatThrownBy(() -> get(port, server.trusting(null))).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> get(port, server.trusting(server))).isInstanceOf(IOException.class);
    }

    @Test
    void showsWhatReplacedTheFiles() throws Exception {
        TlsFiles files = ownFiles();
        int port = start(files);
        get(port, server.trusting(null));

        replace(other, files);

        awaitShown(other, port);
        assertThat(isShown(server, port)).isFalse();
    }

    @Test
    void goesOnWithWhatItHasWhereNonsenseReplacesTheFiles() throws Exception {
        TlsFiles files = ownFiles();
        int port = start(files);

        Files.writeString(files.certificate(), "nonsense");
        Tls.reload(
                files,
                ((SslConnectionFactory) jetty.getConnectors()[0].getDefaultConnectionFactory()).getSslContextFactory());
        assertThat(isShown(server, port)).isTrue();
        replace(other, files);

        awaitShown(other, port);
    }

    @Test
    void refusesAKeyOfAnotherCertificate() {
        Authority third = Authority.make(directory, "third", "-keyalg", "RSA", "-keysize", "2048");

        refuses(third.certificate(), other.key(), "is not the key of");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "nonsense", "-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----\n"})
    void refusesWhatIsNoCertificate(String text) throws IOException {
        refuses(written(text), server.key(), "certificate in");
    }

    @ParameterizedTest
    @CsvSource({
        "'',is not a private key as PKCS #8",
        "-----BEGIN EC PRIVATE KEY-----,openssl pkcs8 -topk8",
        "-----BEGIN PRIVATE KEY-----AAAA-----END PRIVATE KEY-----,is not a private key of the certificate's kind"
    })
    void refusesWhatIsNoKey(String text, String message) throws IOException {
        refuses(server.certificate(), written(text), message);
    }

    @Test
    void warnsOfACertificateThatIsWorthNothing() {
        Authority past = Authority.make(directory, "past", "-keyalg", "EC", "-startdate", "-5d");
        ListAppender<ILoggingEvent> written = new ListAppender<>();
        Logger logger = (Logger) LoggerFactory.getLogger(Proof.class);
        written.start();
        logger.addAppender(written);

        new TlsFiles(server.certificate(), server.key(), Optional.empty()).proof();
        new TlsFiles(past.certificate(), past.key(), Optional.empty()).proof();

        logger.detachAppender(written);
        assertThat(written.list).singleElement().satisfies(line -> {
            assertThat(line.getLevel()).isEqualTo(Level.WARN);
            assertThat(line.getFormattedMessage()).contains("past.crt is worth nothing now");
        });
    }

    @Test
    void refusesFilesThatAreNotThere() {
        refuses(directory.resolve("nothing.crt"), server.key(), "nothing.crt cannot be read");
        refuses(server.certificate(), directory.resolve("nothing.key"), "nothing.key cannot be read");
    }

    private static void refuses(Path certificate, Path key, String message) {
        assertThatThrownBy(() -> Proof.of(new TlsFiles(certificate, key, Optional.empty())))
                .isInstanceOf(TlsException.class)
                .hasMessageContaining(message);
    }

    private Path written(String text) throws IOException {
        return Files.writeString(directory.resolve("written"), text);
    }

    private TlsFiles ownFiles() throws IOException {
        return new TlsFiles(
                Files.copy(server.certificate(), directory.resolve("tls.crt")),
                Files.copy(server.key(), directory.resolve("tls.key")),
                Optional.empty());
    }

    private static void replace(Authority by, TlsFiles files) throws IOException {
        Files.copy(by.certificate(), files.certificate(), StandardCopyOption.REPLACE_EXISTING);
        Files.copy(by.key(), files.key(), StandardCopyOption.REPLACE_EXISTING);
    }

    private int start(TlsFiles files) throws Exception {
        HttpConnectionFactory http = new HttpConnectionFactory(new HttpConfiguration());
        ServerConnector connector = new ServerConnector(jetty, Tls.layer(files, http, jetty), http);
        connector.setHost("127.0.0.1");
        jetty.addConnector(connector);
        jetty.start();
        return connector.getLocalPort();
    }

    /** Each look is a handshake. */
    private static void awaitShown(Authority authority, int port) throws IOException, InterruptedException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!isShown(authority, port)) {
            assertThat(System.nanoTime()).isLessThan(deadline);
        }
    }

    private static boolean isShown(Authority authority, int port) throws IOException, InterruptedException {
        try {
            return get(port, authority.trusting(null)).statusCode() == ANSWERED;
        } catch (SSLException another) {
            return false;
        }
    }

    private static HttpResponse<String> get(int port, SSLContext context) throws IOException, InterruptedException {
        return HttpClient.newBuilder()
                .sslContext(context)
                .build()
                .send(
                        HttpRequest.newBuilder(URI.create("https://127.0.0.1:" + port))
                                .timeout(PATIENCE)
                                .build(),
                        BodyHandlers.ofString());
    }
}
