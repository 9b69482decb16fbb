package io.prismq.queue.adapter.http.settlement;

import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.prismq.queue.adapter.http.access.Admitted;
import io.prismq.queue.adapter.http.exchange.Bodies;
import io.prismq.queue.adapter.http.exchange.Reply;
import io.prismq.queue.adapter.http.exchange.Route;
import io.prismq.queue.adapter.http.exchange.TaskIds;
import io.prismq.queue.application.Settlement;
import io.prismq.queue.application.TaskExecution;
import io.prismq.queue.domain.port.Clock;
import io.prismq.queue.domain.task.Result;
import io.prismq.queue.domain.task.TaskId;
import java.util.List;
import java.util.concurrent.CompletionStage;

/** Hears what workers say about one task that they hold. */
public final class SettlementController {
    private static final String TASK = "/api/queue/tasks/{task_id}";
    private static final int MAX_BODY = Result.MAX_BYTES + (64 << 10);

    private final TaskExecution execution;
    private final Bodies bodies;
    private final Clock clock;
    private final Answers answers;

    public SettlementController(TaskExecution execution, Bodies bodies, Clock clock, Answers answers) {
        this.execution = execution;
        this.bodies = bodies;
        this.clock = clock;
        this.answers = answers;
    }

    public List<Route> routes() {
        return List.of(
                Route.later(HandlerType.POST, TASK + "/heartbeat", this::heartbeat)
                        .accepting(MAX_BODY),
                Route.later(HandlerType.POST, TASK + "/complete", context -> settle(context, CompleteRequest.class))
                        .accepting(MAX_BODY),
                Route.later(HandlerType.POST, TASK + "/fail", context -> settle(context, FailRequest.class))
                        .accepting(MAX_BODY),
                Route.later(HandlerType.POST, TASK + "/release", context -> settle(context, ReleaseRequest.class)));
    }

    private CompletionStage<Reply> heartbeat(Context context) {
        Settlement settlement = settlement(context, HeartbeatRequest.class);
        return execution
                .settle(settlement, Admitted.by(context))
                .thenApply(outcome -> answers.heartbeat(settlement.id(), outcome));
    }

    private CompletionStage<Reply> settle(Context context, Class<? extends Statement> type) {
        Settlement settlement = settlement(context, type);
        return execution
                .settle(settlement, Admitted.by(context))
                .thenApply(outcome -> answers.alone(settlement, outcome));
    }

    private Settlement settlement(Context context, Class<? extends Statement> type) {
        TaskId id = TaskIds.of(context);
        return bodies.read(context, type).about(id, clock.now());
    }
}
