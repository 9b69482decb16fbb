package io.prismq.queue.adapter.http.client;

import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.prismq.queue.adapter.http.access.Admitted;
import io.prismq.queue.adapter.http.exchange.Bodies;
import io.prismq.queue.adapter.http.exchange.Reply;
import io.prismq.queue.adapter.http.exchange.Route;
import io.prismq.queue.adapter.http.maintenance.EnqueueRight;
import io.prismq.queue.adapter.http.problem.FieldError;
import io.prismq.queue.adapter.http.problem.Problem;
import io.prismq.queue.adapter.http.problem.ProblemType;
import io.prismq.queue.adapter.http.task.EnqueuedBody;
import io.prismq.queue.adapter.http.task.TaskLinks;
import io.prismq.queue.application.EnqueueCommand;
import io.prismq.queue.application.EnqueueOutcome.Enqueued;
import io.prismq.queue.application.TaskSubmission;
import io.prismq.queue.domain.task.TraceContext;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/** Takes tasks in. */
public final class EnqueueController {
    private static final int MAX_BODY = 1 << 20;
    private static final int MAX_BATCH_BODY = 16 << 20;

    private final TaskSubmission submission;
    private final Bodies bodies;

    public EnqueueController(TaskSubmission submission, Bodies bodies) {
        this.submission = submission;
        this.bodies = bodies;
    }

    public List<Route> routes() {
        return List.of(
                Route.later(HandlerType.POST, "/api/queue/enqueue", this::enqueue)
                        .accepting(MAX_BODY)
                        .asNewWork(),
                Route.later(HandlerType.POST, "/api/queue/enqueue/batch", this::enqueueBatch)
                        .accepting(MAX_BATCH_BODY)
                        .asNewWork());
    }

    private CompletionStage<Reply> enqueue(Context context) {
        EnqueueRequest request = IdempotencyKeys.merge(bodies.read(context, EnqueueRequest.class), context);
        EnqueueCommand command = request.toCommand(trace(context));
        EnqueueRight.require(context, List.of(command.type()));
        return submission
                .enqueue(List.of(command), Admitted.by(context))
                .thenApply(outcome -> outcome.fold(
                        accepted -> created(accepted.tasks().get(0)), reused -> keyReused(IdempotencyKeys.FIELD)));
    }

    private CompletionStage<Reply> enqueueBatch(Context context) {
        IdempotencyKeys.requireNone(context);
        BatchRequest request = bodies.read(context, BatchRequest.class);
        List<EnqueueCommand> commands = request.toCommands(trace(context));
        EnqueueRight.require(
                context, commands.stream().map(EnqueueCommand::type).toList());
        return submission
                .enqueue(commands, Admitted.by(context))
                .thenApply(outcome -> outcome.fold(
                        accepted -> Reply.of(201, BatchBody.from(accepted)),
                        reused -> keyReused("tasks[" + reused.index() + "]." + IdempotencyKeys.FIELD)));
    }

    /** A client that traces says where. What cannot be read is as if it were not there: the standard wants it so. */
    private static Optional<TraceContext> trace(Context context) {
        return Optional.ofNullable(context.header("traceparent")).flatMap(TraceContext::parse);
    }

    private static Reply created(Enqueued enqueued) {
        Reply reply = Reply.of(201, EnqueuedBody.from(enqueued))
                .with("Location", TaskLinks.of(enqueued.task().id()));
        return enqueued.repeated() ? reply.with("Idempotent-Replayed", "true") : reply;
    }

    private static Reply keyReused(String field) {
        FieldError error = new FieldError(field, "belongs to a different request");
        return Reply.problem(new Problem(
                ProblemType.IDEMPOTENCY_KEY_REUSED, field + " belongs to a different request", List.of(error)));
    }
}
