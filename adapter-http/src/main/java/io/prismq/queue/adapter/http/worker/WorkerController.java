package io.prismq.queue.adapter.http.worker;

import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.prismq.queue.adapter.http.exchange.Reply;
import io.prismq.queue.adapter.http.exchange.Route;
import io.prismq.queue.application.WorkerRegistry;
import java.util.List;

/** Tells who works. */
public final class WorkerController {
    private final WorkerRegistry workers;

    public WorkerController(WorkerRegistry workers) {
        this.workers = workers;
    }

    public List<Route> routes() {
        return List.of(Route.now(HandlerType.GET, "/api/queue/workers", this::list));
    }

    private Reply list(Context context) {
        return Reply.ok(workers.list().stream().map(WorkerBody::from).toList());
    }
}
