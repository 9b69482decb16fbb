package io.prismq.queue.adapter.http.events;

import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.prismq.queue.adapter.http.access.Admitted;
import io.prismq.queue.adapter.http.exchange.Query;
import io.prismq.queue.adapter.http.exchange.Reply;
import io.prismq.queue.adapter.http.exchange.Route;
import io.prismq.queue.adapter.http.json.StrictJson;
import io.prismq.queue.application.events.EventFeed;
import io.prismq.queue.application.events.Follower;
import java.util.List;
import java.util.Map;

/** Tells what happens as server-sent events. */
public final class EventController {
    /** A proxy must neither keep what it passes on, nor wait until it has more of it. */
    private static final Map<String, String> HEADERS = Map.of("Cache-Control", "no-store", "X-Accel-Buffering", "no");

    private final EventFeed feed;
    private final StrictJson json;

    public EventController(EventFeed feed, StrictJson json) {
        this.feed = feed;
        this.json = json;
    }

    public List<Route> routes() {
        return List.of(
                Route.now(HandlerType.GET, "/api/queue/events", this::events).taking(EventQuery.NAMES));
    }

    private Reply events(Context context) {
        EventQuery query = EventQuery.from(Query.of(context), context.header("Last-Event-ID"));
        Follower follower = feed.follow(query.after(), query.filter()).orElseThrow(EventQuery::tooMany);
        EventStream stream = new EventStream(follower, json, Admitted.stillIs(context));
        return new Reply(200, EventStream.MEDIA_TYPE, stream, HEADERS, null);
    }
}
