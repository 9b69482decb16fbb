package io.prismq.queue.adapter.http.client;

import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.prismq.queue.adapter.http.access.Admitted;
import io.prismq.queue.adapter.http.exchange.Reply;
import io.prismq.queue.adapter.http.exchange.Route;
import io.prismq.queue.adapter.http.exchange.TaskIds;
import io.prismq.queue.adapter.http.problem.ProblemType;
import io.prismq.queue.adapter.http.task.ActionBody;
import io.prismq.queue.adapter.http.task.CancelReply;
import io.prismq.queue.application.TaskSubmission;
import io.prismq.queue.domain.task.Task;
import io.prismq.queue.domain.task.TaskId;
import java.util.List;
import java.util.concurrent.CompletionStage;

/** Cancels, retries and deletes tasks. */
public final class TaskChangeController {
    private final TaskSubmission submission;

    public TaskChangeController(TaskSubmission submission) {
        this.submission = submission;
    }

    public List<Route> routes() {
        return List.of(
                Route.later(HandlerType.POST, "/api/queue/tasks/{task_id}/cancel", this::cancel),
                Route.later(HandlerType.POST, "/api/queue/cancel/{task_id}", this::cancel),
                Route.later(HandlerType.POST, "/api/queue/tasks/{task_id}/retry", this::retry)
                        .asNewWork(),
                Route.later(HandlerType.DELETE, "/api/queue/tasks/{task_id}", this::delete));
    }

    private CompletionStage<Reply> cancel(Context context) {
        TaskId id = TaskIds.of(context);
        return submission.cancel(id, Admitted.by(context)).thenApply(outcome -> CancelReply.of(id, outcome));
    }

    private CompletionStage<Reply> retry(Context context) {
        TaskId id = TaskIds.of(context);
        return submission
                .retry(id, Admitted.by(context))
                .thenApply(outcome -> outcome.fold(
                        task -> Reply.ok(ActionBody.of(task, "Task queued again")),
                        (task, refusal) -> wrongStatus(task, "retried"),
                        () -> Reply.problem(TaskIds.notFound(id))));
    }

    private CompletionStage<Reply> delete(Context context) {
        TaskId id = TaskIds.of(context);
        return submission
                .delete(id, Admitted.by(context))
                .thenApply(outcome -> outcome.fold(
                        task -> Reply.empty(204),
                        (task, refusal) -> wrongStatus(task, "deleted"),
                        () -> Reply.problem(TaskIds.notFound(id))));
    }

    private static Reply wrongStatus(Task task, String action) {
        return Reply.problem(ProblemType.WRONG_STATUS.because(
                "Task %s is %s and cannot be %s".formatted(task.id(), status(task), action)));
    }

    private static String status(Task task) {
        return task.status().word();
    }
}
