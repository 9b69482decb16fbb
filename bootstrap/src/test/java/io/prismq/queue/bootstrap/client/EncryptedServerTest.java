package io.prismq.queue.bootstrap.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.prismq.queue.bootstrap.RunningCommandLine;
import io.prismq.queue.bootstrap.config.ConfigurationException;
import io.prismq.queue.bootstrap.config.ConfigurationLoader;
import io.prismq.queue.bootstrap.config.ConfigurationSources;
import io.prismq.queue.bootstrap.server.PrismqServer;
import io.prismq.queue.bootstrap.wiring.Launcher;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A server with a certificate that nobody else vouches for. */
@SuppressWarnings("NullAway.Init")
class EncryptedServerTest {
    private static final String PASSWORD = "changeit";

    private final Path directory;
    private PrismqServer server;

    EncryptedServerTest(@TempDir Path directory) {
        this.directory = directory;
    }

    @BeforeEach
    void serve() throws IOException, InterruptedException, GeneralSecurityException {
        makeCertificate();
        serve(Map.of());
    }

    private void serve(Map<String, String> more) {
        Map<String, String> options = new HashMap<>();
        options.put("server.port", "0");
        options.put("tls.certificate", file("server.crt"));
        options.put("tls.key", file("server.key"));
        options.put("queue.db_path", file("queue.db"));
        options.putAll(more);
        server = Launcher.serve(
                ConfigurationLoader.load(new ConfigurationSources(Optional.empty(), Map.of(), options)), List.of());
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void isReachedByWhoKnowsItsAuthority() {
        assertThat(server.address().toString()).startsWith("https://127.0.0.1:");

        RunningCommandLine stats = run("stats", "--ca-file", file("server.crt"));

        assertThat(stats.ended()).as(stats.err()).isZero();
        assertThat(stats.out()).contains("queued");
    }

    @Test
    void setsCookiesForEncryptedConnectionsAlone() throws Exception {
        HttpClient browser = HttpClient.newBuilder().sslContext(trusting()).build();
        HttpRequest page =
                HttpRequest.newBuilder(URI.create(server.address() + "/login")).build();

        assertThat(browser.send(page, BodyHandlers.discarding()).headers().allValues("Set-Cookie"))
                .isNotEmpty()
                .allSatisfy(cookie -> assertThat(cookie).endsWith("; Secure"));
    }

    @Test
    void isNotBelievedByOthers() {
        RunningCommandLine stats = run("stats");

        assertThat(stats.ended()).isEqualTo(3);
        assertThat(stats.err())
                .isEqualTo(
                        "prismq: %s shows a certificate of an authority that is not known here: name who vouches for it with --ca-file, or set PRISMQ_CA_FILE.%n"
                                .formatted(server.address()));
    }

    @Test
    void saysWhereItIsNotAskedByTls() {
        String plain = server.address().toString().replace("https:", "http:");

        assertThat(run("stats", "--server", plain).err())
                .isEqualTo("prismq: %s speaks TLS: its address begins with https://.%n".formatted(plain));
    }

    @Test
    void isToldFromOneWithoutTls() throws IOException {
        try (PlayedQueue plain = PlayedQueue.start(Files.createDirectory(directory.resolve("plain")))) {
            String address = plain.address().replace("http:", "https:");
            RunningCommandLine cancel = run("cancel", "--server", address, "1");

            assertThat(cancel.ended()).isEqualTo(3);
            assertThat(cancel.err())
                    .isEqualTo("prismq: %s does not speak TLS: its address begins with http://.%n".formatted(address));
        }
    }

    @Nested
    class ThatAsksForCertificates {
        @BeforeEach
        void serveAnew() {
            server.close();
            serve(Map.of("tls.client_authorities", file("server.crt")));
        }

        @Test
        void opensToWhoShowsOne() {
            RunningCommandLine stats = run(
                    "stats",
                    "--ca-file",
                    file("server.crt"),
                    "--cert-file",
                    file("server.crt"),
                    "--cert-key-file",
                    file("server.key"));

            assertThat(stats.ended()).as(stats.err()).isZero();
        }

        @Test
        void saysSoToWhoShowsNone() {
            RunningCommandLine stats = run("stats", "--ca-file", file("server.crt"));

            assertThat(stats.ended()).isEqualTo(3);
            assertThat(stats.err()).contains("takes a certificate of yours: name its file with --cert-file");
        }

        @Test
        void takesBothFiles() {
            assertThat(run("stats", "--cert-file", file("server.crt")).err()).contains("take each other");
            assertThat(run("stats", "--cert-file", file("server.crt"), "--cert-key-file", file("nothing"))
                            .err())
                    .contains("nothing cannot be read");
        }
    }

    @Test
    void namesTheKeysOfFilesThatItCannotUse() {
        assertThatThrownBy(() -> serve(Map.of("tls.key", file("server.crt"), "queue.db_path", file("other.db"))))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("tls.key")
                .hasMessageContaining("server.crt is not a private key");
    }

    @Test
    void needsAFileWithACertificate() {
        assertThat(run("stats", "--ca-file", file("server.key")).err())
                .contains("server.key cannot be read, or has no certificate in PEM");
        assertThat(run("stats", "--ca-file", file("nothing")).ended()).isEqualTo(2);
    }

    private RunningCommandLine run(String command, String... options) {
        List<String> all = new ArrayList<>(List.of(command));
        all.addAll(List.of(options));
        if (!all.contains("--server")) {
            all.addAll(List.of("--server", server.address().toString()));
        }
        RunningCommandLine running = RunningCommandLine.start(all);
        running.ended();
        return running;
    }

    private SSLContext trusting() throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance(directory.resolve("server.p12").toFile(), PASSWORD.toCharArray());
        KeyStore authorities = KeyStore.getInstance("PKCS12");
        authorities.load(null, null);
        authorities.setCertificateEntry("server", store.getCertificate("own"));
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(authorities);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, trust.getTrustManagers(), null);
        return context;
    }

    private String file(String name) {
        return directory.resolve(name).toString();
    }

    private void makeCertificate() throws IOException, InterruptedException, GeneralSecurityException {
        Process keytool = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-alias",
                        "own",
                        "-keyalg",
                        "EC",
                        "-groupname",
                        "secp256r1",
                        "-dname",
                        "CN=test",
                        "-ext",
                        "san=ip:127.0.0.1",
                        "-validity",
                        "2",
                        "-storetype",
                        "PKCS12",
                        "-storepass",
                        PASSWORD,
                        "-keystore",
                        file("server.p12"))
                .redirectErrorStream(true)
                .redirectOutput(directory.resolve("keytool.log").toFile())
                .start();
        assertThat(keytool.waitFor()).isZero();
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(directory.resolve("server.p12"))) {
            store.load(in, PASSWORD.toCharArray());
        }
        write("server.crt", "CERTIFICATE", store.getCertificate("own").getEncoded());
        write(
                "server.key",
                "PRIVATE KEY",
                store.getKey("own", PASSWORD.toCharArray()).getEncoded());
    }

    private void write(String file, String what, byte[] content) throws IOException {
        Files.writeString(
                directory.resolve(file),
                "-----BEGIN %s-----%n%s%n-----END %s-----%n"
                        .formatted(what, Base64.getMimeEncoder().encodeToString(content), what));
    }
}
