package io.prismq.queue.bootstrap.demo;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.concurrent.CompletableFuture;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Talks to the server as any client would. */
final class DemoClient {
    private static final JsonMapper JSON = new JsonMapper();
    private static final int WAIT_SECONDS = 60;

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final String base;

    DemoClient(String base) {
        this.base = base;
    }

    JsonNode enqueue(String body) throws IOException, InterruptedException {
        return post("/api/queue/enqueue", BodyPublishers.ofString(body));
    }

    JsonNode cancel(long taskId) throws IOException, InterruptedException {
        return post("/api/queue/tasks/%d/cancel".formatted(taskId), BodyPublishers.noBody());
    }

    /** The task as soon as it has ended. */
    CompletableFuture<JsonNode> ended(long taskId) {
        URI uri = URI.create("%s/api/queue/tasks/%d?wait_seconds=%d".formatted(base, taskId, WAIT_SECONDS));
        return http.sendAsync(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString())
                .thenApply(response -> JSON.readTree(response.body()));
    }

    private JsonNode post(String path, HttpRequest.BodyPublisher body) throws IOException, InterruptedException {
        HttpResponse<String> response = http.send(
                HttpRequest.newBuilder(URI.create(base + path))
                        .header("Content-Type", "application/json")
                        .POST(body)
                        .build(),
                BodyHandlers.ofString());
        return JSON.readTree(response.body());
    }
}
