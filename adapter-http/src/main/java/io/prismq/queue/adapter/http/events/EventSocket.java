package io.prismq.queue.adapter.http.events;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.javalin.websocket.WsConnectContext;
import io.javalin.websocket.WsHandlerType;
import io.prismq.queue.adapter.http.exchange.Gate;
import io.prismq.queue.adapter.http.json.StrictJson;
import io.prismq.queue.adapter.http.limit.Waits;
import io.prismq.queue.application.events.EventFeed;
import io.prismq.queue.application.events.Follower;
import io.prismq.queue.domain.port.TaskStoreException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells what happens over a WebSocket: each message is one event, or one notice, as JSON. What clients say is ignored. */
public final class EventSocket {
    private static final String PATH = "/api/queue/ws";

    private static final Logger LOG = LoggerFactory.getLogger(EventSocket.class);

    private final EventFeed feed;
    private final StrictJson json;
    private final Consumer<Context> admission;
    private final Waits waits;
    private final Map<String, Seat> open = new HashMap<>();

    /** Somebody who listens. */
    private record Seat(Follower follower, Waits.Place place) {
        void leave() {
            follower.close();
            place.leave();
        }
    }

    public EventSocket(EventFeed feed, StrictJson json, Gate gate, Waits waits) {
        this.waits = waits;
        this.feed = feed;
        this.json = json;
        this.admission = gate.of(HandlerType.GET, PATH);
    }

    public void addTo(RoutesConfig routes) {
        Handshake handshake = new Handshake(feed, json, admission);
        routes.addHttpHandler(HandlerType.GET, PATH, Handshake::requireUpgrade);
        routes.addHttpHandler(HandlerType.WEBSOCKET_BEFORE_UPGRADE, PATH, handshake::check);
        routes.addWsHandler(WsHandlerType.WEBSOCKET, PATH, socket -> {
            socket.onConnect(this::connected);
            socket.onClose(context -> left(context.sessionId()));
        });
    }

    /** Returns when everybody has left who was told to, or after that time: a line that is cut tells no reason. */
    public synchronized void awaitEmpty(Duration patience) {
        long deadline = System.nanoTime() + patience.toNanos();
        try {
            for (long left = patience.toMillis();
                    !open.isEmpty() && left > 0;
                    left = Duration.ofNanos(deadline - System.nanoTime()).toMillis()) {
                wait(left);
            }
        } catch (InterruptedException hurry) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized void entered(String id, Seat seat) {
        open.put(id, seat);
    }

    private void left(String id) {
        Seat seat = removed(id);
        if (seat != null) {
            seat.leave();
        }
    }

    private synchronized @Nullable Seat removed(String id) {
        Seat seat = open.remove(id);
        notifyAll();
        return seat;
    }

    private void connected(WsConnectContext context) {
        EventQuery query = Objects.requireNonNull(context.attribute(Handshake.QUERY));
        ClientSocket socket = new ClientSocket(context.session, json);
        BooleanSupplier mayListen = Objects.requireNonNull(context.attribute(Handshake.MAY_LISTEN));
        String caller = Objects.requireNonNull(context.attribute(Handshake.CALLER));
        waits.enter(caller)
                .flatMap(place -> follow(query, place))
                .ifPresentOrElse(seat -> tell(seat, socket, context.sessionId(), mayListen), socket::turnAway);
    }

    /** Empty where nothing can be told now. */
    private Optional<Seat> follow(EventQuery query, Waits.Place place) {
        Optional<Seat> seat = follow(query).map(follower -> new Seat(follower, place));
        if (seat.isEmpty()) {
            place.leave();
        }
        return seat;
    }

    private Optional<Follower> follow(EventQuery query) {
        try {
            return feed.follow(query.after(), query.filter());
        } catch (TaskStoreException silent) {
            LOG.debug("the event log cannot be read now", silent);
            return Optional.empty();
        }
    }

    private void tell(Seat seat, ClientSocket socket, String id, BooleanSupplier mayListen) {
        entered(id, seat);
        Telling.begin(seat.follower(), socket::say, mayListen).whenComplete((end, gone) -> {
            if (gone != null) {
                socket.hangUp();
            }
        });
        if (!socket.session().isOpen()) {
            left(id);
        }
    }
}
