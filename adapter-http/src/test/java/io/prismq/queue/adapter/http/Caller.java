package io.prismq.queue.adapter.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;

/** A client of one server. */
final class Caller {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /** As many as there are, however many requests wait: some tests count threads. */
    private static final Executor THREADS = Executors.newFixedThreadPool(8, work -> {
        Thread thread = new Thread(work, "caller");
        thread.setDaemon(true);
        return thread;
    });

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .executor(THREADS)
            .build();
    private final int port;
    private final String base;

    Caller(int port) {
        this.port = port;
        base = "http://127.0.0.1:" + port;
    }

    Answer get(String path, String... headers) {
        return send(request(path, headers).GET().build());
    }

    /** The status and the headers of an answer that has no end. */
    Answer streamStatus(String path, String... headers) {
        try {
            HttpResponse<InputStream> answer =
                    client.send(request(path, headers).GET().build(), BodyHandlers.ofInputStream());
            answer.body().close();
            return new Answer(answer.statusCode(), "", answer.headers());
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for an answer", stopped);
        }
    }

    CompletableFuture<Answer> getLater(String path, String... headers) {
        return client.sendAsync(request(path, headers).GET().build(), BodyHandlers.ofString())
                .thenApply(Answer::of);
    }

    CompletableFuture<Answer> postLater(String path, String json) {
        HttpRequest request = request(path)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(json))
                .build();
        return client.sendAsync(request, BodyHandlers.ofString()).thenApply(Answer::of);
    }

    Answer delete(String path) {
        return send(request(path).DELETE().build());
    }

    Answer post(String path) {
        return send(request(path).POST(BodyPublishers.noBody()).build());
    }

    Answer post(String path, String json, String... headers) {
        return post(path, BodyPublishers.ofString(json), headers);
    }

    Answer post(String path, BodyPublisher body, String... headers) {
        return send(request(path, headers)
                .header("Content-Type", "application/json")
                .POST(body)
                .build());
    }

    Answer enqueue(String json, String... headers) {
        return post("/api/queue/enqueue", json, headers);
    }

    /** Enqueues a task that has to succeed. */
    long enqueued(String json) {
        return enqueue(json).has(201).taskId();
    }

    long totalTasks() {
        return get("/api/queue/stats").json().required("total_tasks").asLong();
    }

    /** Sends a request line that no client would send. */
    Answer raw(String requestLine) {
        return raw(requestLine + "\r\nHost: localhost\r\nConnection: close\r\n\r\n", StandardCharsets.ISO_8859_1);
    }

    /** Sends bytes as they are and reads to the end of the connection. */
    Answer raw(String bytes, Charset charset) {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout((int) PATIENCE.toMillis());
            socket.getOutputStream().write(bytes.getBytes(charset));
            String[] parts =
                    new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8).split("\r\n\r\n", 2);
            return new Answer(Integer.parseInt(parts[0].split(" ", 3)[1]), parts[1], headers(parts[0]));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    static HttpHeaders headers(String head) {
        Map<String, List<String>> headers = head.lines()
                .skip(1)
                .map(line -> line.split(": ", 2))
                .collect(Collectors.groupingBy(
                        pair -> pair[0], Collectors.mapping(pair -> pair[1], Collectors.toList())));
        return HttpHeaders.of(headers, (name, value) -> true);
    }

    HttpRequest.Builder request(String path, String... headers) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(base + path)).timeout(PATIENCE);
        return headers.length == 0 ? request : request.headers(headers);
    }

    Answer send(HttpRequest request) {
        try {
            return Answer.of(client.send(request, BodyHandlers.ofString()));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for an answer", stopped);
        }
    }
}
