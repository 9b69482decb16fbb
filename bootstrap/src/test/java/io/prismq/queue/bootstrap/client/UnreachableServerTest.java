package io.prismq.queue.bootstrap.client;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.prismq.queue.bootstrap.RunningCommandLine;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UnreachableServerTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "stats",
                "list",
                "workers",
                "get 1",
                "cancel 1",
                "delete 1",
                "logs 1 --follow",
                "watch 1",
                "enqueue a"
            })
    void isNamedWithWhatToDo(String command) throws IOException {
        String address = "http://127.0.0.1:" + portOfNobody();
        RunningCommandLine running = RunningCommandLine.start(List.of((command + " --server " + address).split(" ")));

        assertThat(running.ended()).isEqualTo(3);
        assertThat(running.err())
                .isEqualTo(("prismq: %s cannot be reached: start a server there (prismq serve), or name another with"
                                + " --server.%n")
                        .formatted(address));
    }

    @Test
    void isToldFromAnotherProgram() throws IOException {
        assertThat(errorsWhereTheAnswerIs(200, "<html>"))
                .contains("not that of a PrismQ server")
                .hasLineCount(1);
    }

    @Test
    void isToldFromOneInTroubleWithTheKindOfIt() throws IOException {
        assertThat(errorsWhereTheAnswerIs(503, """
                        {"type":"urn:prismq:problem:outcome-unknown","title":"The change may or may not have been stored",
                         "status":503,"detail":"Ask for the task","errors":[]}"""))
                .isEqualTo("prismq: The change may or may not have been stored: Ask for the task (outcome-unknown)%n"
                        .formatted());
        assertThat(errorsWhereTheAnswerIs(502, "<html>")).isEqualTo("prismq: The server answers 502%n".formatted());
    }

    private static String errorsWhereTheAnswerIs(int status, String body) throws IOException {
        HttpServer other = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        other.createContext("/", exchange -> {
            exchange.sendResponseHeaders(status, 0);
            exchange.getResponseBody().write(body.getBytes(StandardCharsets.UTF_8));
            exchange.close();
        });
        other.start();
        try {
            String address = "http://127.0.0.1:" + other.getAddress().getPort();
            RunningCommandLine running = RunningCommandLine.start(List.of("stats", "--server", address));

            assertThat(running.ended()).isEqualTo(1);
            return running.err();
        } finally {
            other.stop(0);
        }
    }

    @Test
    void isNoServerWithoutAnAddress() {
        RunningCommandLine running = RunningCommandLine.start(List.of("stats", "--server", "localhost:8000"));

        assertThat(running.ended()).isEqualTo(2);
        assertThat(running.err()).contains("--server must be an http address");
    }

    private static int portOfNobody() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
