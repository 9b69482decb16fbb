package io.prismq.queue.adapter.http;

import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.prismq.queue.adapter.http.exchange.BodyRoom;
import io.prismq.queue.adapter.http.exchange.Drain;
import io.prismq.queue.adapter.http.exchange.Exchanges;
import io.prismq.queue.adapter.http.exchange.Peer;
import io.prismq.queue.adapter.http.exchange.Reply;
import io.prismq.queue.adapter.http.exchange.Route;
import io.prismq.queue.adapter.http.json.StrictJson;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.server.LocalConnector;
import org.eclipse.jetty.server.LocalConnector.LocalEndPoint;
import org.eclipse.jetty.server.Server;

/** A server whose requests are answered by hand: those to {@code /wait} may stop waiting, those to {@code /work} not. */
final class WaitingServer implements AutoCloseable {
    /** A request that has no answer yet. */
    record Waiting(CompletableFuture<Reply> reply, CompletableFuture<Void> stopped) {
        /** Answers with a word, as JSON. */
        void answer(String word) {
            reply.complete(Reply.ok(word));
        }
    }

    private final BlockingQueue<Waiting> waiting = new LinkedBlockingQueue<>();
    private final ExecutorService senders = SenderThreads.pool();
    private final Javalin javalin = Javalin.create(this::configure).start();

    /** A way into the server that is no socket. */
    LocalEndPoint connectWithoutSocket() throws Exception {
        Server server = javalin.jettyServer().server();
        LocalConnector connector = new LocalConnector(server);
        server.addConnector(connector);
        connector.start();
        return connector.connect();
    }

    RawConnection connect() {
        return new RawConnection(javalin.port());
    }

    /** The next request that has come. */
    Waiting next() throws InterruptedException {
        Waiting next = waiting.poll(30, TimeUnit.SECONDS);
        if (next == null) {
            throw new AssertionError("no request came");
        }
        return next;
    }

    @Override
    public void close() {
        javalin.stop();
        senders.shutdown();
    }

    private void configure(JavalinConfig config) {
        JettySetup.apply(
                config, new HttpSettings("127.0.0.1", 0, Duration.ofSeconds(10), TestServer.OPEN, Optional.empty()));
        Exchanges exchanges = new Exchanges(
                new StrictJson(),
                new Drain(),
                new Exchanges.Means(senders, new BodyRoom(1 << 20)),
                (problem, context) -> Reply.problem(problem),
                (method, path) -> request -> {});
        exchanges.add(Route.later(HandlerType.GET, "/wait", this::await), config.routes);
        exchanges.add(Route.later(HandlerType.POST, "/wait", this::await), config.routes);
        exchanges.add(Route.later(HandlerType.POST, "/work", this::work), config.routes);
        exchanges.addProblems(config.routes);
    }

    private CompletionStage<Reply> await(Context context) {
        CompletableFuture<Void> stopped = new CompletableFuture<>();
        Waiting request = new Waiting(new CompletableFuture<>(), stopped);
        Peer.of(context).stopsWaiting().thenRun(() -> {
            stopped.complete(null);
            request.answer("stopped");
        });
        waiting.add(request);
        return request.reply();
    }

    private CompletionStage<Reply> work(Context context) {
        Waiting request = new Waiting(new CompletableFuture<>(), new CompletableFuture<>());
        waiting.add(request);
        return request.reply();
    }
}
