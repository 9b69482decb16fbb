package io.prismq.queue.bootstrap.client;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.prismq.queue.bootstrap.RunningCommandLine;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A server that turns requests away for now, as many as the test says. */
class BusyServerTest {
    private static final String CANCELLED = "{\"status\":\"cancelled\",\"message\":\"Task cancelled\"}";
    private static final String BUSY = "{\"detail\":\"Later\"}";

    private final Queue<Integer> refusals = new ConcurrentLinkedQueue<>();
    private final Queue<String> asked = new ConcurrentLinkedQueue<>();
    private final HttpServer server;

    BusyServerTest() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void isAskedAgainWhereItTakesOneAtATime() {
        refusals.addAll(List.of(429, 429));

        RunningCommandLine cancel = run("cancel", "1", "2");

        assertThat(cancel.ended()).as(cancel.err()).isZero();
        assertThat(cancel.out()).isEqualTo("1: Task cancelled%n2: Task cancelled%n".formatted());
        assertThat(asked).hasSize(4);
    }

    @Test
    void isAskedAgainForWhatItTellsLater() {
        refusals.addAll(List.of(503, 429));

        assertThat(run("list").ended()).isZero();
    }

    /** A full queue says 503 too: a command that adds a task tells it at once. */
    @Test
    void isNotAskedAgainForChangesThatItCannotMakeNow() {
        refusals.add(503);

        assertThat(run("cancel", "1").ended()).isEqualTo(1);
        assertThat(asked).hasSize(1);
    }

    private void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        asked.add(path);
        Integer refusal = refusals.poll();
        if (refusal != null) {
            exchange.getResponseHeaders().add("Retry-After", "0");
        }
        String done = path.endsWith("/cancel") ? CANCELLED : "[]";
        byte[] body = (refusal == null ? done : BUSY).getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(refusal == null ? 200 : refusal, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    private RunningCommandLine run(String... arguments) {
        List<String> all = new ArrayList<>(List.of(arguments));
        all.addAll(List.of("--server", "http://127.0.0.1:" + server.getAddress().getPort()));
        RunningCommandLine command = RunningCommandLine.start(all);
        command.ended();
        return command;
    }
}
