package io.prismq.queue.bootstrap.connection;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
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

/** Requests to one server, each sent once. Safe for use by many threads. */
public final class ServerConnection {
    private static final Duration CONNECT = Duration.ofSeconds(5);

    private final HttpClient http;
    private final String server;
    private final PresentedKey key;

    public ServerConnection(ServerAddress address) {
        HttpClient.Builder client =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(CONNECT);
        address.tls().ifPresent(client::sslContext);
        this.http = client.build();
        this.server = address.uri().toString().replaceFirst("/+$", "");
        this.key = address.key();
    }

    /**
     * The answer to a request; sent once more where the key in its file was exchanged meanwhile. An interrupt hangs up, so
     * that the server takes back what it was about to give; an answer that has come by then is returned.
     *
     * @param patience for the whole answer
     * @throws ConnectException if nobody could be reached: then nothing of the request has arrived
     * @throws javax.net.ssl.SSLHandshakeException if no TLS came about: then nothing of the request was done
     * @throws IOException if there is no answer
     */
    public Reply send(Request request, Duration patience) throws IOException, InterruptedException {
        Optional<String> presented = key.now();
        Reply reply = send(of(request, presented), patience);
        return reply.isWithoutKey() && key.isExchangedFor(presented) ? send(of(request, key.now()), patience) : reply;
    }

    private Reply send(HttpRequest request, Duration patience) throws IOException, InterruptedException {
        CompletableFuture<HttpResponse<String>> answer = http.sendAsync(request, BodyHandlers.ofString());
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
            throw Hindrance.of(server, failed.getCause());
        }
    }

    private HttpRequest of(Request request, Optional<String> presented) {
        HttpRequest.Builder builder = HttpRequest.newBuilder(URI.create(server + request.path()))
                .method(request.method(), BodyPublishers.ofString(request.body()));
        presented.ifPresent(token -> builder.header("Authorization", "Bearer " + token));
        if (!request.body().isEmpty()) {
            builder.header("Content-Type", "application/json");
        }
        if (!request.knownTag().isEmpty()) {
            builder.header("If-None-Match", request.knownTag());
        }
        return builder.build();
    }
}
