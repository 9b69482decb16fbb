package io.prismq.queue.adapter.http.worker;

import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.prismq.queue.adapter.http.exchange.Bodies;
import io.prismq.queue.adapter.http.exchange.Reply;
import io.prismq.queue.adapter.http.exchange.Route;
import io.prismq.queue.application.TaskExecution;
import java.util.List;
import java.util.concurrent.CompletionStage;

/** Leases tasks to workers. */
public final class ClaimController {
    private final TaskExecution execution;
    private final Bodies bodies;

    public ClaimController(TaskExecution execution, Bodies bodies) {
        this.execution = execution;
        this.bodies = bodies;
    }

    public List<Route> routes() {
        return List.of(
                Route.later(HandlerType.POST, "/api/queue/claims", this::claim).asNewWork());
    }

    private CompletionStage<Reply> claim(Context context) {
        ClaimRequest request = bodies.read(context, ClaimRequest.class);
        return execution.claim(request.toCommand()).thenApply(claimed -> Reply.ok(ClaimsBody.from(claimed)));
    }
}
