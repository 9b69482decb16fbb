package io.prismq.queue.adapter.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

class EventSocketTest extends ServerTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final long PATIENCE_SECONDS = 30;

    /** Hears what comes. */
    private static final class Ears implements WebSocket.Listener {
        private final BlockingQueue<String> heard = new LinkedBlockingQueue<>();
        private final StringBuilder text = new StringBuilder();
        private final CompletableFuture<Integer> closed = new CompletableFuture<>();

        @Override
        public CompletionStage<?> onText(WebSocket socket, CharSequence part, boolean last) {
            text.append(part);
            if (last) {
                heard.add(text.toString());
                text.setLength(0);
            }
            socket.request(1);
            return CompletableFuture.completedStage(null);
        }

        @Override
        public CompletionStage<?> onClose(WebSocket socket, int status, String reason) {
            closed.complete(status);
            return CompletableFuture.completedStage(null);
        }

        JsonNode next() throws InterruptedException {
            return JSON.readTree(heard.poll(PATIENCE_SECONDS, TimeUnit.SECONDS));
        }
    }

    private final Ears ears = new Ears();

    @Test
    void tellsWhatHappens() throws InterruptedException {
        long before = caller.enqueued("{\"type\":\"a\"}");
        connect("?last_event_id=0");
        assertThat(ears.next().required("task_id").asLong()).isEqualTo(before);

        long after = caller.enqueued("{\"type\":\"a\"}");

        JsonNode event = ears.next();
        assertThat(event.required("task_id").asLong()).isEqualTo(after);
        assertThat(event.required("kind").asString()).isEqualTo("enqueued");
    }

    @Test
    void tellsWhatIsAskedForAlone() throws InterruptedException {
        caller.enqueued("{\"type\":\"a\"}");
        long wanted = caller.enqueued("{\"type\":\"b\"}");

        connect("?last_event_id=0&type=b");

        assertThat(ears.next().required("task_id").asLong()).isEqualTo(wanted);
    }

    @Test
    void saysThatTheReaderMissedSomething() throws InterruptedException {
        caller.enqueued("{\"type\":\"a\"}");

        connect("?last_event_id=4711");

        assertThat(ears.next().required("kind").asString()).isEqualTo("reset");
        assertThat(ears.next().required("kind").asString()).isEqualTo("enqueued");
    }

    @Test
    void isClosedWithTheServer() {
        connect("");

        server.close();

        assertThat(ears.closed)
                .succeedsWithin(java.time.Duration.ofSeconds(PATIENCE_SECONDS))
                .isEqualTo(1001);
    }

    @ParameterizedTest
    @CsvSource({"?type=a%20b,422", "?since=1,422", "?last_event_id=x,422"})
    void isRefusedAWishThatNobodyUnderstands(String query, int status) {
        assertThat(refusal(query, "http://127.0.0.1:" + server.http.port())).isEqualTo(status);
    }

    @Test
    void saysThatItIsOne() {
        Answer answer = caller.get("/api/queue/ws").has(426);

        assertThat(answer.header("Upgrade")).isEqualTo("websocket");
        assertThat(answer.text()).contains("upgrade-required", "Connect by WebSocket");
    }

    @ParameterizedTest
    @CsvSource({
        "'Sec-WebSocket-Version: 13',400,Sec-WebSocket-Key",
        "'Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: short',400,Sec-WebSocket-Key",
        "'Sec-WebSocket-Version: 8\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==',426,Connect by WebSocket"
    })
    void saysWhatIsWrongWithAHandshake(String headers, int status, String reason) {
        String request = "GET /api/queue/ws HTTP/1.1\r\nHost: localhost\r\nUpgrade: websocket\r\n"
                + "Connection: close, Upgrade\r\n" + headers + "\r\n\r\n";

        Answer answer = caller.raw(request, StandardCharsets.US_ASCII).has(status);

        assertThat(answer.text()).contains(reason);
        assertThat(answer.headers().firstValue("Sec-WebSocket-Version").orElse("none"))
                .isEqualTo(status == 426 ? "13" : "none");
    }

    @Test
    void setsNoCookie() {
        assertThat(refused("", "https://evil.example").getResponse().headers().firstValue("Set-Cookie"))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"https://evil.example", "null", "http://127.0.0.1", "http://localhost:1"})
    void isRefusedThePagesOfOthers(String origin) {
        assertThat(refusal("", origin)).isEqualTo(403);
    }

    @Test
    void isOpenToPagesOfTheServerItself() throws InterruptedException {
        caller.enqueued("{\"type\":\"a\"}");
        connect("?last_event_id=0", "http://127.0.0.1:" + server.http.port());

        assertThat(ears.next().required("kind").asString()).isEqualTo("enqueued");
    }

    private void connect(String query, String... origin) {
        WebSocket.Builder builder = HttpClient.newHttpClient().newWebSocketBuilder();
        for (String page : origin) {
            builder.header("Origin", page);
        }
        builder.buildAsync(uri(query), ears).join();
    }

    private int refusal(String query, String origin) {
        return refused(query, origin).getResponse().statusCode();
    }

    private WebSocketHandshakeException refused(String query, String origin) {
        Throwable refused = catchThrowable(() -> connect(query, origin)).getCause();
        assertThat(refused).isInstanceOf(WebSocketHandshakeException.class);
        return (WebSocketHandshakeException) Objects.requireNonNull(refused);
    }

    private URI uri(String query) {
        return URI.create("ws://127.0.0.1:" + server.http.port() + "/api/queue/ws" + query);
    }
}
