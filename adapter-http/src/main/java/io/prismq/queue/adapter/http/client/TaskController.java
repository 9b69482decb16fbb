package io.prismq.queue.adapter.http.client;

import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.prismq.queue.adapter.http.access.Admitted;
import io.prismq.queue.adapter.http.access.Vigil;
import io.prismq.queue.adapter.http.exchange.EntityTag;
import io.prismq.queue.adapter.http.exchange.Query;
import io.prismq.queue.adapter.http.exchange.Reply;
import io.prismq.queue.adapter.http.exchange.Route;
import io.prismq.queue.adapter.http.exchange.TaskIds;
import io.prismq.queue.adapter.http.json.StrictJson;
import io.prismq.queue.adapter.http.task.TaskBody;
import io.prismq.queue.application.TaskQueries;
import io.prismq.queue.domain.task.StoredTask;
import io.prismq.queue.domain.task.TaskId;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** Tells about one task. */
public final class TaskController {
    private static final int MAX_WAIT_SECONDS = 60;
    private static final String WAIT = "wait_seconds";

    private final TaskQueries queries;
    private final StrictJson json;
    private final Vigil vigil;

    public TaskController(TaskQueries queries, StrictJson json, Vigil vigil) {
        this.queries = queries;
        this.json = json;
        this.vigil = vigil;
    }

    public List<Route> routes() {
        return List.of(
                Route.later(HandlerType.GET, "/api/queue/tasks/{task_id}", this::get)
                        .taking(WAIT),
                Route.later(HandlerType.GET, "/api/queue/poll/{task_id}", this::get)
                        .taking(WAIT));
    }

    private CompletionStage<Reply> get(Context context) {
        TaskId id = TaskIds.of(context);
        String known = context.header("If-None-Match");
        int wait = Query.of(context).integer(WAIT, 0, MAX_WAIT_SECONDS).orElse(0);
        BooleanSupplier mayKnow = Admitted.stillIs(context);
        return find(context, id, wait)
                .thenApply(found -> mayKnow.getAsBoolean() ? reply(id, found, known) : Admitted.noMore());
    }

    private Reply reply(TaskId id, Optional<StoredTask> found, @Nullable String known) {
        return found.map(TaskBody::from)
                .map(task -> EntityTag.of(task.withoutLeaseTime(), json).reply(task, known))
                .orElseGet(() -> Reply.problem(TaskIds.notFound(id)));
    }

    private CompletionStage<Optional<StoredTask>> find(Context context, TaskId id, int wait) {
        return wait == 0
                ? CompletableFuture.completedStage(queries.get(id))
                : queries.getFinal(id, Duration.ofSeconds(wait), vigil.endOfWait(context));
    }
}
