package io.prismq.queue.bootstrap.remote;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Speaks the worker API as a test has it: it gives the tasks that it was given, answers all else with 200 where the test
 * has nothing in line, and remembers what it was asked.
 */
final class ScriptedServer implements AutoCloseable {
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();
    private static final long PATIENCE_SECONDS = 20;
    private static final long LONG_POLL_MILLIS = 2_000;

    /** An answer in line; status 0 hangs up. */
    private record Line(int status, String body) {}

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Map<String, BlockingQueue<JsonNode>> requests = new ConcurrentHashMap<>();
    private final Map<String, BlockingQueue<Line>> lines = new ConcurrentHashMap<>();
    private final BlockingQueue<String> tasks = new LinkedBlockingQueue<>();
    private final HttpServer http;

    private ScriptedServer(HttpServer http) {
        this.http = http;
    }

    static ScriptedServer start() {
        return startAt(0);
    }

    static ScriptedServer startAt(int port) {
        try {
            HttpServer http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
            ScriptedServer server = new ScriptedServer(http);
            http.createContext("/", server::handle);
            http.setExecutor(server.threads);
            http.start();
            return server;
        } catch (IOException error) {
            throw new UncheckedIOException(error);
        }
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + port());
    }

    int port() {
        return http.getAddress().getPort();
    }

    /** Gives this task to the next claim; its lease is shorter than a second, its attempt of so many seconds. */
    void give(long id, String payload, int timeoutSeconds) {
        tasks.add("""
                {"task_id":%d,"type":"email","attempts":1,"payload":%s,"lease_token":"token-%d",
                 "traceparent":"00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01",
                 "processing_started_utc":"2025-01-01T00:00:00.000Z","lease_until_utc":"2025-01-01T00:00:00.900Z",
                 "attempt_deadline_utc":"2025-01-01T00:%02d:%02d.000Z"}""".formatted(id, payload, id, timeoutSeconds / 60, timeoutSeconds % 60));
    }

    void give(long id, String payload) {
        give(id, payload, 600);
    }

    /** The next answer to this kind of request: claims, heartbeat, complete, fail or release. */
    void answerNext(String kind, int status, String body) {
        linesOf(kind).add(new Line(status, body));
    }

    /** Takes the next request of this kind and never answers it. */
    void hangUpNext(String kind) {
        linesOf(kind).add(new Line(0, ""));
    }

    /** The next request of this kind. */
    JsonNode next(String kind) {
        try {
            JsonNode request = requestsOf(kind).poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
            if (request == null) {
                throw new AssertionError("no request to " + kind);
            }
            return request;
        } catch (InterruptedException stopped) {
            throw new AssertionError(stopped);
        }
    }

    /** How many requests of this kind came that no test has taken. */
    int waiting(String kind) {
        return requestsOf(kind).size();
    }

    @Override
    public void close() {
        http.stop(0);
        threads.shutdownNow();
    }

    private void handle(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        String kind = path.substring(path.lastIndexOf('/') + 1);
        JsonNode body = JSON.readTree(exchange.getRequestBody());
        requestsOf(kind).add(body);
        Line line = linesOf(kind).poll();
        if (line != null && line.status() == 0) {
            exchange.close();
            return;
        }
        Line answer =
                line != null ? line : new Line(200, kind.equals("claims") ? claimed() : "{\"directive\":\"continue\"}");
        byte[] bytes = answer.body().getBytes(StandardCharsets.UTF_8);
        if (answer.status() == 503) {
            exchange.getResponseHeaders().add("Retry-After", "1");
        }
        exchange.sendResponseHeaders(answer.status(), bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private String claimed() {
        try {
            @Nullable String task = tasks.poll(LONG_POLL_MILLIS, TimeUnit.MILLISECONDS);
            return "{\"tasks\":[%s]}".formatted(task == null ? "" : task);
        } catch (InterruptedException stopped) {
            return "{\"tasks\":[]}";
        }
    }

    private BlockingQueue<JsonNode> requestsOf(String kind) {
        return requests.computeIfAbsent(kind, first -> new LinkedBlockingQueue<>());
    }

    private BlockingQueue<Line> linesOf(String kind) {
        return lines.computeIfAbsent(kind, first -> new LinkedBlockingQueue<>());
    }
}
