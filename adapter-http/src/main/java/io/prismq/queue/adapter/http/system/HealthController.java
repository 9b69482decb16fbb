package io.prismq.queue.adapter.http.system;

import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.prismq.queue.adapter.http.exchange.Drain;
import io.prismq.queue.adapter.http.exchange.Reply;
import io.prismq.queue.adapter.http.exchange.Route;
import java.util.List;
import java.util.function.Supplier;

/** Answers probes. */
public final class HealthController {
    private final Startup startup;
    private final Drain drain;
    private final Supplier<List<String>> reasonsAgainst;

    /**
     * Answers from what it is given.
     *
     * @param reasonsAgainst why the server is not ready; empty when it is
     */
    public HealthController(Startup startup, Drain drain, Supplier<List<String>> reasonsAgainst) {
        this.startup = startup;
        this.drain = drain;
        this.reasonsAgainst = reasonsAgainst;
    }

    public List<Route> routes() {
        return List.of(
                Route.now(HandlerType.GET, "/health/live", this::live),
                Route.now(HandlerType.GET, "/health/ready", this::ready));
    }

    private Reply live(Context context) {
        return Reply.ok(new HealthBody("live", List.of()));
    }

    private Reply ready(Context context) {
        if (drain.hasBegun()) {
            return Reply.of(503, new HealthBody("draining", List.of("the server is about to stop")));
        }
        if (startup.isUnderWay()) {
            return Reply.of(503, new HealthBody("starting", List.of("the server is being started")));
        }
        List<String> reasons = reasonsAgainst.get();
        return reasons.isEmpty()
                ? Reply.ok(new HealthBody("ready", List.of()))
                : Reply.of(503, new HealthBody("not_ready", reasons));
    }
}
