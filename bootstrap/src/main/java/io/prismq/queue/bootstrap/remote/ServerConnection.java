package io.prismq.queue.bootstrap.remote;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** Requests to one server, each sent once. Safe for use by many threads. */
final class ServerConnection {
    private static final Duration CONNECT = Duration.ofSeconds(5);

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(CONNECT)
            .build();
    private final String server;

    ServerConnection(URI server) {
        this.server = server.toString().replaceFirst("/+$", "");
    }

    /**
     * The answer to a request. An interrupt hangs up, so that the server takes back what it was about to give; an answer
     * that has come by then is returned.
     *
     * @param patience for the whole answer
     * @throws IOException if there is none
     */
    Reply post(String path, ObjectNode body, Duration patience) throws IOException, InterruptedException {
        CompletableFuture<HttpResponse<String>> answer =
                http.sendAsync(request(path, body.toString()), BodyHandlers.ofString());
        try {
            return Reply.of(answer.get(patience.toMillis(), TimeUnit.MILLISECONDS));
        } catch (InterruptedException stopped) {
            if (answer.cancel(true) || answer.isCompletedExceptionally()) {
                throw stopped;
            }
            Thread.currentThread().interrupt();
            return Reply.of(answer.join());
        } catch (TimeoutException silent) {
            answer.cancel(true);
            throw new IOException("%s does not answer".formatted(server), silent);
        } catch (ExecutionException failed) {
            throw new IOException(reason(failed.getCause()), failed);
        }
    }

    private HttpRequest request(String path, String body) {
        return HttpRequest.newBuilder(URI.create(server + path))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body))
                .build();
    }

    private String reason(@Nullable Throwable cause) {
        return cause instanceof ConnectException
                ? "%s cannot be reached".formatted(server)
                : "The connection to %s was lost: %s".formatted(server, cause);
    }
}
