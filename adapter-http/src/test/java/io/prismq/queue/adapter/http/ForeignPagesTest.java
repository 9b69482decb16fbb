package io.prismq.queue.adapter.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.prismq.queue.domain.access.Grant;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a browser is told of a page that another server sent. */
@SuppressWarnings("NullAway.Init")
class ForeignPagesTest {
    private static final String LISTED = "https://ops.example.org";
    private static final String ALLOW_ORIGIN = "Access-Control-Allow-Origin";

    private static TestServer server;

    @BeforeAll
    static void start() {
        server = TestServer.startFor(LISTED);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void readIfTheyAreListed() {
        Answer answer = ask(server, "GET", "/api/queue/stats", "Origin: " + LISTED);

        assertThat(answer.has(200).header(ALLOW_ORIGIN)).isEqualTo(LISTED);
        assertThat(answer.header("Access-Control-Expose-Headers")).contains("Retry-After", "RateLimit");
        assertThat(answer.headers().allValues("Access-Control-Allow-Credentials"))
                .isEmpty();
        assertThat(answer.header("Vary")).contains("Origin");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://evil.example",
                "http://ops.example.org",
                "https://ops.example.org:444",
                "https://ops.example.org.evil.example",
                "https://opsXexample.org",
                "null"
            })
    void readNothingOtherwise(String origin) {
        Answer answer = ask(server, "GET", "/api/queue/stats", "Origin: " + origin);

        assertThat(answer.headers().allValues(ALLOW_ORIGIN)).isEmpty();
    }

    @Test
    void askBeforeTheyAct() {
        Answer answer = preflight(LISTED);

        assertThat(answer.status()).isIn(200, 204);
        assertThat(answer.header(ALLOW_ORIGIN)).isEqualTo(LISTED);
        assertThat(answer.header("Access-Control-Allow-Methods")).contains("POST", "DELETE");
        assertThat(answer.header("Access-Control-Allow-Headers")).contains("Authorization", "Idempotency-Key");
        assertThat(preflight("https://evil.example").headers().allValues(ALLOW_ORIGIN))
                .isEmpty();
    }

    @Test
    void actWithAKey() {
        String pause = "/api/queue/types/email/pause";

        assertThat(ask(server, "POST", pause, "Origin: " + LISTED).status()).isEqualTo(403);
        Answer answer =
                ask(server, "POST", pause, "Origin: " + LISTED + "\r\nAuthorization: Bearer " + server.key(Grant.ALL));

        assertThat(answer.has(200).header(ALLOW_ORIGIN)).isEqualTo(LISTED);
    }

    @Test
    void learnNothingWhereNoneIsListed() {
        try (TestServer closed = TestServer.start()) {
            assertThat(ask(closed, "GET", "/api/queue/stats", "Origin: " + LISTED)
                            .headers()
                            .map()
                            .keySet())
                    .noneMatch(name -> name.toLowerCase(Locale.ROOT).startsWith("access-control"));
        }
    }

    private static Answer preflight(String origin) {
        return ask(
                server,
                "OPTIONS",
                "/api/queue/enqueue",
                String.join(
                        "\r\n",
                        List.of(
                                "Origin: " + origin,
                                "Access-Control-Request-Method: POST",
                                "Access-Control-Request-Headers: authorization,content-type")));
    }

    private static Answer ask(TestServer of, String method, String path, String headers) {
        String request = "%s %s HTTP/1.1\r\nHost: localhost\r\nContent-Length: 0\r\nConnection: close\r\n%s\r\n\r\n"
                .formatted(method, path, headers);
        return of.caller().raw(request, StandardCharsets.US_ASCII);
    }
}
