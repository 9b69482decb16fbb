package io.prismq.queue.bootstrap.connection;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** Requests to one server, each sent once. Safe for use by many threads. */
public final class ServerConnection {
    private static final Duration CONNECT = Duration.ofSeconds(5);

    private final HttpClient http;
    private final String server;
    private final Optional<String> key;

    public ServerConnection(ServerAddress address) {
        HttpClient.Builder client =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(CONNECT);
        address.trust().ifPresent(client::sslContext);
        this.http = client.build();
        this.server = address.uri().toString().replaceFirst("/+$", "");
        this.key = address.key();
    }

    /**
     * The answer to a request. An interrupt hangs up, so that the server takes back what it was about to give; an answer
     * that has come by then is returned.
     *
     * @param patience for the whole answer
     * @throws ConnectException if nobody could be reached: then nothing of the request has arrived
     * @throws IOException if there is no answer
     */
    public Reply send(Request request, Duration patience) throws IOException, InterruptedException {
        CompletableFuture<HttpResponse<String>> answer = http.sendAsync(of(request), BodyHandlers.ofString());
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
            throw failure(failed.getCause());
        }
    }

    private HttpRequest of(Request request) {
        HttpRequest.Builder builder = HttpRequest.newBuilder(URI.create(server + request.path()))
                .method(request.method(), BodyPublishers.ofString(request.body()));
        key.ifPresent(presented -> builder.header("Authorization", "Bearer " + presented));
        if (!request.body().isEmpty()) {
            builder.header("Content-Type", "application/json");
        }
        if (!request.knownTag().isEmpty()) {
            builder.header("If-None-Match", request.knownTag());
        }
        return builder.build();
    }

    /** Keeps the type where nobody was reached: then nothing of the request has arrived. */
    private IOException failure(@Nullable Throwable cause) {
        if (cause instanceof ConnectException || cause instanceof HttpConnectTimeoutException) {
            IOException unreached = new ConnectException("%s cannot be reached".formatted(server));
            unreached.initCause(cause);
            return unreached;
        }
        return new IOException("The connection to %s was lost: %s".formatted(server, cause), cause);
    }
}
