package io.prismq.queue.bootstrap.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.concurrent.CompletableFuture;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Speaks to a server as clients do. */
public final class ApiClient {
    private static final JsonMapper JSON = new JsonMapper();

    /** An answer; a body that is empty is null. */
    public record Answer(int status, JsonNode body, HttpResponse<String> response) {}

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final String address;

    public ApiClient(String address) {
        this.address = address;
    }

    public String port() {
        return Integer.toString(URI.create(address).getPort());
    }

    public Answer get(String path) {
        return send(request(path).build());
    }

    /** A body that is not JSON. */
    public String text(String path) {
        return sendForText(request(path).build()).body();
    }

    /** A page that has to be there. */
    public String page(String path) {
        HttpResponse<String> response =
                sendForText(request(path).header("Accept", "text/html").build());
        if (response.statusCode() != 200) {
            throw new AssertionError(path + " is answered " + response.statusCode());
        }
        return response.body();
    }

    public Answer post(String path, String body, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(posting(path, body), (name, value) -> true);
        return send((headers.length == 0 ? request : request.headers(headers)).build());
    }

    public Answer delete(String path) {
        return send(request(path).DELETE().build());
    }

    public CompletableFuture<Answer> postAsync(String path, String body) {
        return http.sendAsync(posting(path, body), BodyHandlers.ofString()).thenApply(ApiClient::answer);
    }

    /** The id of a new task. */
    public long enqueue(String body, String... headers) {
        Answer answer = post("/api/queue/enqueue", body, headers);
        if (answer.status() != 201) {
            throw new AssertionError(answer);
        }
        return answer.body().get("task_id").asLong();
    }

    private HttpRequest posting(String path, String body) {
        return request(path)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body))
                .build();
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(address + path));
    }

    private Answer send(HttpRequest request) {
        return answer(sendForText(request));
    }

    private HttpResponse<String> sendForText(HttpRequest request) {
        try {
            return http.send(request, BodyHandlers.ofString());
        } catch (IOException error) {
            throw new UncheckedIOException(error);
        } catch (InterruptedException stopped) {
            throw new AssertionError(stopped);
        }
    }

    private static Answer answer(HttpResponse<String> response) {
        return new Answer(
                response.statusCode(), JSON.readTree(response.body().isEmpty() ? "null" : response.body()), response);
    }
}
