package io.prismq.queue.adapter.http.client;

import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.prismq.queue.adapter.http.exchange.Reply;
import io.prismq.queue.adapter.http.exchange.Route;
import io.prismq.queue.application.TaskQueries;
import java.util.List;

/** Tells how the queue stands. */
public final class StatsController {
    private final TaskQueries queries;

    public StatsController(TaskQueries queries) {
        this.queries = queries;
    }

    public List<Route> routes() {
        return List.of(
                Route.now(HandlerType.GET, "/api/queue/stats", this::stats),
                Route.now(HandlerType.GET, "/api/queue/status", this::stats));
    }

    private Reply stats(Context context) {
        return Reply.ok(StatsBody.from(queries.stats()));
    }
}
