package io.prismq.queue.adapter.http.maintenance;

import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.prismq.queue.adapter.http.access.Admitted;
import io.prismq.queue.adapter.http.exchange.EntityTag;
import io.prismq.queue.adapter.http.exchange.Query;
import io.prismq.queue.adapter.http.exchange.Reply;
import io.prismq.queue.adapter.http.exchange.Route;
import io.prismq.queue.adapter.http.exchange.TaskIds;
import io.prismq.queue.adapter.http.json.StrictJson;
import io.prismq.queue.adapter.http.task.CancelReply;
import io.prismq.queue.application.MaintenanceTypes;
import io.prismq.queue.application.TaskQueries;
import io.prismq.queue.application.TaskSubmission;
import io.prismq.queue.domain.task.StoredTask;
import io.prismq.queue.domain.task.TaskId;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Tells about maintenance tasks, and cancels them. Tasks of other types are not found here. */
public final class MaintenanceTaskController {
    private static final String TASK = MaintenanceLinks.TASKS + "/{task_id}";
    private static final String LIMIT = "limit";
    private static final int DEFAULT_LIMIT = 100;
    private static final int MAX_LIMIT = 1000;
    private static final long MAX_BYTES = 4 << 20;

    private final TaskQueries queries;
    private final TaskSubmission submission;
    private final StrictJson json;

    public MaintenanceTaskController(TaskQueries queries, TaskSubmission submission, StrictJson json) {
        this.queries = queries;
        this.submission = submission;
        this.json = json;
    }

    public List<Route> routes() {
        return List.of(
                Route.now(HandlerType.GET, MaintenanceLinks.TASKS, this::recent).taking(LIMIT),
                Route.now(HandlerType.GET, TASK, this::get),
                Route.later(HandlerType.DELETE, TASK, this::cancel));
    }

    private Reply recent(Context context) {
        int limit = Query.of(context).integer(LIMIT, 1, MAX_LIMIT).orElse(DEFAULT_LIMIT);
        return Reply.ok(queries.recent(MaintenanceTypes.ALL, limit, MAX_BYTES).stream()
                .map(MaintenanceTaskBody::from)
                .toList());
    }

    private Reply get(Context context) {
        TaskId id = TaskIds.of(context);
        return find(id).map(MaintenanceTaskBody::from)
                .map(task -> EntityTag.of(task, json).reply(task, context.header("If-None-Match")))
                .orElseGet(() -> Reply.problem(TaskIds.notFound(id)));
    }

    /** What type a task has never changes, so that it can be asked for beforehand. */
    private CompletionStage<Reply> cancel(Context context) {
        TaskId id = TaskIds.of(context);
        return find(id).isPresent()
                ? submission.cancel(id, Admitted.by(context)).thenApply(outcome -> CancelReply.of(id, outcome))
                : CompletableFuture.completedStage(Reply.problem(TaskIds.notFound(id)));
    }

    private Optional<StoredTask> find(TaskId id) {
        return queries.get(id)
                .filter(found -> MaintenanceTypes.ALL.contains(found.task().type()));
    }
}
