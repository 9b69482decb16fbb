package io.prismq.queue.adapter.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What could be understood in two ways is not understood at all. */
class SoundHeadTest extends ServerTest {
    private static final String CLAIM = """
            POST /api/queue/claims HTTP/1.0
            Host: localhost
            Connection: keep-alive
            Content-Type: application/json
            Transfer-Encoding: chunked

            2
            {}
            0

            """.replace("\n", "\r\n");

    @ParameterizedTest
    @ValueSource(strings = {"Authorization: Bearer a", "Origin: http://localhost"})
    void namesWhoAsksOnce(String header) {
        String twice = "GET /health/live HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n%1$s\r\n%1$s\r\n\r\n";

        refuses(twice.formatted(header));
    }

    @Test
    void hasLinesThatEndAsTheyShould() {
        refuses("GET /health/live HTTP/1.1\nHost: localhost\nConnection: close\n\n");
    }

    @Test
    void hasNoChunksInHttpOfBeforeThem() {
        Answer answer = caller.raw(CLAIM + RawConnection.get("/health/live"), StandardCharsets.US_ASCII);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.text()).doesNotContain("HTTP/1");
    }

    private void refuses(String request) {
        caller.raw(request, StandardCharsets.US_ASCII).isProblem(400, "bad-request");
    }
}
