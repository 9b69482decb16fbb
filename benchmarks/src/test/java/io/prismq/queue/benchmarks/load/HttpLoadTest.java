package io.prismq.queue.benchmarks.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class HttpLoadTest {
    private static final String CLAIMED = "{\"tasks\":[{\"task_id\":7,\"type\":\"t\",\"lease_token\":\"ab\"},"
            + "{\"task_id\":8,\"type\":\"t\",\"lease_token\":\"cd\"}]}";

    private final Queue<String> asked = new ConcurrentLinkedQueue<>();
    private final HttpServer server = server();

    @BeforeEach
    void start() {
        server.createContext("/", exchange -> answer(exchange, 200, "[]"));
        server.createContext("/broken", exchange -> answer(exchange, 500, "no"));
        server.createContext(
                "/api/queue/claims", exchange -> answer(exchange, 200, asked.size() > 1 ? "{\"tasks\":[]}" : CLAIMED));
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void asksAsOftenAsItIsTold() {
        byte[] request = Requests.post("/things", "{\"n\":1}");

        Tally tally = HttpLoad.run(server.getAddress(), times(3, 4, request)).requireFlawless();

        assertThat(tally.answers()).isEqualTo(12);
        assertThat(tally.latencies().count()).isEqualTo(12);
        assertThat(tally.latencies().millis(1)).isPositive();
        assertThat(asked).hasSize(12).allMatch("POST /things {\"n\":1}"::equals);
    }

    @Test
    void countsFailuresApart() {
        Tally tally = HttpLoad.run(server.getAddress(), times(1, 2, Requests.get("/broken")));

        assertThat(tally.answers()).isZero();
        assertThat(tally.failures()).isEqualTo(2);
        assertThatThrownBy(tally::requireFlawless).hasMessage("2 of 2 requests failed");
    }

    @Test
    void goesOnForAsLongAsItIsTold() {
        Tally tally = HttpLoad.run(server.getAddress(), Repetition.on(2, Duration.ofMillis(50), Requests.get("/")));

        assertThat(tally.answers()).isPositive();
        assertThat(tally.nanos()).isGreaterThanOrEqualTo(Duration.ofMillis(50).toNanos());
    }

    @Test
    void keepsAPaceHoweverFastTheAnswersCome() {
        long begun = System.nanoTime();

        Tally tally = HttpLoad.run(server.getAddress(), Paced.on(2, 200, 20, nanos -> {
            assertThat(nanos).isGreaterThan(begun);
            return Requests.get("/");
        }));

        assertThat(tally.requireFlawless().answers()).isEqualTo(20);
        assertThat(tally.nanos()).isGreaterThanOrEqualTo(Duration.ofMillis(90).toNanos());
    }

    @Test
    void aWorkerSettlesWhatItClaimsAndEndsWhenNothingIsLeft() {
        HttpLoad.run(server.getAddress(), List.of(new WorkerTalk("w", "t", "{}")))
                .requireFlawless();

        assertThat(asked)
                .containsExactly(
                        "POST /api/queue/claims {\"worker_id\":\"w\",\"types\":[\"t\"],\"max_tasks\":100}",
                        "POST /api/queue/settlements {\"settlements\":["
                                + "{\"task_id\":7,\"action\":\"complete\",\"lease_token\":\"ab\",\"result\":{}},"
                                + "{\"task_id\":8,\"action\":\"complete\",\"lease_token\":\"cd\",\"result\":{}}]}",
                        "POST /api/queue/claims {\"worker_id\":\"w\",\"types\":[\"t\"],\"max_tasks\":100}");
    }

    private static List<Talk> times(int connections, int times, byte[] request) {
        return Collections.nCopies(connections, request).stream()
                .map(each -> Repetition.times(times, each))
                .toList();
    }

    private void answer(HttpExchange exchange, int status, String body) throws IOException {
        String sent = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        asked.add(exchange.getRequestMethod() + " " + exchange.getRequestURI() + " " + sent);
        exchange.sendResponseHeaders(status, body.length());
        exchange.getResponseBody().write(body.getBytes(StandardCharsets.UTF_8));
        exchange.close();
    }

    private static HttpServer server() {
        try {
            return HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException taken) {
            throw new AssertionError(taken);
        }
    }
}
