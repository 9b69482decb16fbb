package io.prismq.queue.bootstrap.packaging;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What goes into an image. That an image comes of it, nothing here shows. */
class DockerIT {
    private static final Path HERE = Path.of(".");

    @Test
    void isMadeOfWhatLiesBesideTheDockerfile() throws IOException {
        Path tarGz = Packages.made().tarGz();
        String dockerfile = Files.readString(tarGz.resolveSibling("Dockerfile"));

        assertThat(dockerfile)
                .contains("ARG PACKAGE=" + Packages.made().directory() + "\n")
                .contains("ADD ${PACKAGE}.tar.gz /")
                .contains("COPY healthcheck /opt/prismq/bin/healthcheck")
                .contains("\nUSER 10001\n", "\nSTOPSIGNAL SIGTERM\n", "\nVOLUME /var/lib/prismq\n");
        assertThat(tarGz.resolveSibling("healthcheck")).isExecutable();
    }

    @Test
    void isHealthyAsLongAsTheServerAnswers() throws IOException {
        assertThat(healthWhenTheServerAnswers(200)).isZero();
        assertThat(healthWhenTheServerAnswers(503)).isNotZero();
    }

    private static int healthWhenTheServerAnswers(int status) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/health/live", exchange -> {
            exchange.sendResponseHeaders(status, -1);
            exchange.close();
        });
        server.start();
        try {
            return health(server.getAddress().getPort());
        } finally {
            server.stop(0);
        }
    }

    private static int health(int port) {
        Map<String, String> environment = Map.of("PRISMQ_SERVER_PORT", Integer.toString(port));
        return Ended.of(
                        HERE,
                        environment,
                        Packages.SOURCES.resolve("healthcheck").toString())
                .code();
    }
}
