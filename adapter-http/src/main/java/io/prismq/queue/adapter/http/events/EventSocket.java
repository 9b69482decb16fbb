package io.prismq.queue.adapter.http.events;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.javalin.websocket.WsConnectContext;
import io.javalin.websocket.WsHandlerType;
import io.prismq.queue.adapter.http.exchange.Gate;
import io.prismq.queue.adapter.http.exchange.OwnOrigin;
import io.prismq.queue.adapter.http.exchange.Query;
import io.prismq.queue.adapter.http.json.StrictJson;
import io.prismq.queue.adapter.http.problem.Problem;
import io.prismq.queue.adapter.http.problem.ProblemBody;
import io.prismq.queue.adapter.http.problem.ProblemException;
import io.prismq.queue.adapter.http.problem.ProblemType;
import io.prismq.queue.application.events.EventFeed;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;

/** Tells what happens over a WebSocket: each message is one event, or one notice, as JSON. What clients say is ignored. */
public final class EventSocket {
    private static final String PATH = "/api/queue/ws";
    private static final String QUERY = EventQuery.class.getName();

    private final EventFeed feed;
    private final StrictJson json;
    private final Consumer<Context> admission;
    private int open;

    public EventSocket(EventFeed feed, StrictJson json, Gate gate) {
        this.feed = feed;
        this.json = json;
        this.admission = gate.of(HandlerType.GET, PATH);
    }

    public void addTo(RoutesConfig routes) {
        routes.addHttpHandler(HandlerType.WEBSOCKET_BEFORE_UPGRADE, PATH, this::check);
        routes.addWsHandler(WsHandlerType.WEBSOCKET, PATH, socket -> {
            socket.onConnect(this::connected);
            socket.onClose(context -> left());
        });
    }

    /** Returns when everybody has left who was told to, or after that time: a line that is cut tells no reason. */
    public synchronized void awaitEmpty(Duration patience) {
        long deadline = System.nanoTime() + patience.toNanos();
        try {
            for (long left = patience.toMillis();
                    open > 0 && left > 0;
                    left = Duration.ofNanos(deadline - System.nanoTime()).toMillis()) {
                wait(left);
            }
        } catch (InterruptedException hurry) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized void entered() {
        open++;
    }

    private synchronized void left() {
        open--;
        notifyAll();
    }

    /** What is wrong with the wish is said as long as it can be said in HTTP. */
    private void check(Context context) throws IOException {
        try {
            understand(context);
        } catch (ProblemException refused) {
            refuse(context, refused.problem());
        }
    }

    /** Where a WebSocket is asked for, the framework sends a status, and no body. */
    private void refuse(Context context, Problem problem) throws IOException {
        context.skipRemainingHandlers();
        context.status(problem.type().status()).contentType(ProblemBody.MEDIA_TYPE);
        byte[] body = json.write(ProblemBody.from(problem)).getBytes(StandardCharsets.UTF_8);
        context.res().getOutputStream().write(body);
    }

    private void understand(Context context) {
        if (!OwnOrigin.of(context)) {
            throw new ProblemException(
                    ProblemType.FORBIDDEN.because("The page of another server may not listen to this one"));
        }
        admission.accept(context);
        Query query = Query.of(context);
        query.requireOnly(Set.of(EventQuery.NAMES));
        context.attribute(QUERY, EventQuery.from(query, context.header("Last-Event-ID")));
    }

    private void connected(WsConnectContext context) {
        entered();
        EventQuery query = Objects.requireNonNull(context.attribute(QUERY));
        ClientSocket socket = new ClientSocket(context.session, json);
        Telling.begin(feed.follow(query.after(), query.filter()), socket::say).whenComplete((end, gone) -> {
            if (gone != null) {
                socket.hangUp();
            }
        });
    }
}
