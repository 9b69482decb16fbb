package io.prismq.queue.adapter.http.worker;

import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.prismq.queue.adapter.http.exchange.Bodies;
import io.prismq.queue.adapter.http.exchange.Reply;
import io.prismq.queue.adapter.http.exchange.Route;
import io.prismq.queue.adapter.http.exchange.TaskIds;
import io.prismq.queue.adapter.http.problem.ProblemType;
import io.prismq.queue.application.TaskExecution;
import io.prismq.queue.domain.task.Result;
import io.prismq.queue.domain.task.TaskId;
import java.util.List;
import java.util.concurrent.CompletionStage;

/** Takes back what workers did with the tasks that they hold. */
public final class SettlementController {
    private static final int MAX_BODY = Result.MAX_BYTES + (64 << 10);

    private final TaskExecution execution;
    private final Bodies bodies;

    public SettlementController(TaskExecution execution, Bodies bodies) {
        this.execution = execution;
        this.bodies = bodies;
    }

    public List<Route> routes() {
        return List.of(Route.later(HandlerType.POST, "/api/queue/tasks/{task_id}/complete", this::complete)
                .accepting(MAX_BODY));
    }

    private CompletionStage<Reply> complete(Context context) {
        TaskId id = TaskIds.of(context);
        CompleteRequest request = bodies.read(context, CompleteRequest.class);
        return execution
                .complete(id, request.token(), request.toResult())
                .thenApply(outcome -> outcome.fold(
                        task -> Reply.ok(SettledBody.of(task, "completed")),
                        (task, refusal) -> leaseLost(id),
                        () -> Reply.problem(TaskIds.notFound(id))));
    }

    private static Reply leaseLost(TaskId id) {
        return Reply.problem(ProblemType.LEASE_LOST.because("The lease token does not hold task " + id));
    }
}
