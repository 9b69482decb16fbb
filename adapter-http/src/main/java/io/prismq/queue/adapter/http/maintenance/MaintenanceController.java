package io.prismq.queue.adapter.http.maintenance;

import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.prismq.queue.adapter.http.access.Admitted;
import io.prismq.queue.adapter.http.exchange.Bodies;
import io.prismq.queue.adapter.http.exchange.Query;
import io.prismq.queue.adapter.http.exchange.Reply;
import io.prismq.queue.adapter.http.exchange.Route;
import io.prismq.queue.adapter.http.json.RawJson;
import io.prismq.queue.adapter.http.task.ActionBody;
import io.prismq.queue.application.EnqueueCommand;
import io.prismq.queue.application.TaskSubmission;
import io.prismq.queue.domain.audit.By;
import io.prismq.queue.domain.task.Payload;
import io.prismq.queue.domain.task.Task;
import io.prismq.queue.domain.task.TaskType;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.stream.Stream;

/** Has maintenance operations done: by the queue, or at once where it is configured so. */
public final class MaintenanceController {
    /** Behind the path of an operation: enqueues it, however the one without it is configured. */
    private static final String ALWAYS_ENQUEUED = "/async";

    private static final String MAX_AGE = "max_age_hours";

    private final TaskSubmission submission;
    private final boolean useTaskQueue;
    private final DirectRuns directRuns;

    public MaintenanceController(TaskSubmission submission, boolean useTaskQueue, DirectRuns directRuns) {
        this.submission = submission;
        this.useTaskQueue = useTaskQueue;
        this.directRuns = directRuns;
    }

    /** How an operation is done. */
    @FunctionalInterface
    private interface Way {
        CompletionStage<Reply> go(TaskType type, Payload payload, By by);
    }

    public List<Route> routes() {
        return Arrays.stream(Operation.values())
                .flatMap(operation -> Stream.of(
                        route(operation, "", useTaskQueue ? this::enqueue : this::run),
                        route(operation, ALWAYS_ENQUEUED, this::enqueue)))
                .toList();
    }

    private static Route route(Operation operation, String suffix, Way way) {
        Route route = Route.later(
                        HandlerType.POST,
                        operation.path() + suffix,
                        context -> way.go(operation.type(), payload(operation, context), Admitted.by(context)))
                .asNewWork();
        return operation.takesAge() ? route.taking(MAX_AGE) : route;
    }

    private static Payload payload(Operation operation, Context context) {
        Bodies.requireNone(
                context,
                operation.takesAge()
                        ? MAX_AGE + " is a parameter of the query, such as ?" + MAX_AGE + "=48"
                        : "the operation takes no parameter");
        return operation.payload(
                Query.of(context).integer(MAX_AGE, 0, Operation.MAX_AGE_HOURS).orElse(Operation.DEFAULT_AGE_HOURS));
    }

    private CompletionStage<Reply> run(TaskType type, Payload payload, By by) {
        return directRuns.run(type, payload, by).thenApply(result -> Reply.ok(new RawJson(result.json())));
    }

    private CompletionStage<Reply> enqueue(TaskType type, Payload payload, By by) {
        return submission.order(EnqueueCommand.of(type, payload), by).thenApply(MaintenanceController::accepted);
    }

    private static Reply accepted(Task task) {
        return Reply.of(202, ActionBody.of(task, "Task enqueued successfully"))
                .with("Location", MaintenanceLinks.of(task.id()));
    }
}
