package io.prismq.queue.adapter.http.maintenance;

import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.prismq.queue.adapter.http.exchange.Query;
import io.prismq.queue.adapter.http.exchange.Reply;
import io.prismq.queue.adapter.http.exchange.Route;
import io.prismq.queue.adapter.http.task.ActionBody;
import io.prismq.queue.adapter.http.task.TaskLinks;
import io.prismq.queue.application.EnqueueCommand;
import io.prismq.queue.application.EnqueueOutcome;
import io.prismq.queue.application.TaskSubmission;
import io.prismq.queue.domain.task.Payload;
import io.prismq.queue.domain.task.Task;
import io.prismq.queue.domain.task.TaskType;
import java.util.List;
import java.util.concurrent.CompletionStage;

/** Enqueues maintenance operations. */
public final class MaintenanceController {
    private static final String PATH = "/api/system/maintenance/";
    private static final String MAX_AGE = "max_age_hours";
    private static final int DEFAULT_AGE_HOURS = 24;
    private static final int MAX_AGE_HOURS = 87_600;

    private final TaskSubmission submission;

    public MaintenanceController(TaskSubmission submission) {
        this.submission = submission;
    }

    public List<Route> routes() {
        return List.of(
                cleanup("cleanup-runs", "cleanup_runs"),
                operation("health-check", "health_check"),
                cleanup("cleanup-temp-files", "cleanup_temp_files"),
                operation("log-statistics", "log_statistics"));
    }

    private Route cleanup(String path, String type) {
        return Route.later(HandlerType.POST, PATH + path, context -> enqueue(type, maxAge(context)))
                .taking(MAX_AGE)
                .asNewWork();
    }

    private Route operation(String path, String type) {
        return Route.later(HandlerType.POST, PATH + path, context -> enqueue(type, Payload.EMPTY))
                .asNewWork();
    }

    private static Payload maxAge(Context context) {
        int hours = Query.of(context).integer(MAX_AGE, 0, MAX_AGE_HOURS).orElse(DEFAULT_AGE_HOURS);
        return new Payload("{\"max_age_hours\":" + hours + "}");
    }

    private CompletionStage<Reply> enqueue(String type, Payload payload) {
        return submission
                .enqueue(List.of(EnqueueCommand.of(new TaskType(type), payload)))
                .thenApply(outcome -> outcome.fold(MaintenanceController::accepted, MaintenanceController::impossible));
    }

    private static Reply accepted(EnqueueOutcome.Accepted accepted) {
        Task task = accepted.tasks().get(0).task();
        return Reply.of(202, ActionBody.of(task, "Task enqueued successfully"))
                .with("Location", TaskLinks.of(task.id()));
    }

    private static Reply impossible(EnqueueOutcome.KeyReused reused) {
        throw new IllegalStateException("a maintenance task has no idempotency key, yet " + reused.key() + " is taken");
    }
}
