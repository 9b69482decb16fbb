package io.prismq.queue.adapter.http.types;

import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.prismq.queue.adapter.http.access.Admitted;
import io.prismq.queue.adapter.http.exchange.Reply;
import io.prismq.queue.adapter.http.exchange.Route;
import io.prismq.queue.adapter.http.exchange.TypeNames;
import io.prismq.queue.application.TaskTypes;
import io.prismq.queue.domain.access.Grant;
import io.prismq.queue.domain.task.TaskType;
import java.util.List;
import java.util.concurrent.CompletionStage;

/** Tells of types, pauses and resumes them. */
public final class TypeController {
    private static final String TYPES = "/api/queue/types";

    private final TaskTypes types;

    public TypeController(TaskTypes types) {
        this.types = types;
    }

    public List<Route> routes() {
        return List.of(
                Route.now(HandlerType.GET, TYPES, this::list),
                Route.later(HandlerType.POST, TYPES + "/{type}/pause", this::pause),
                Route.later(HandlerType.POST, TYPES + "/{type}/resume", this::resume));
    }

    private Reply list(Context context) {
        Grant grant = Admitted.actor(context).grant();
        return Reply.ok(types.all().stream()
                .filter(status -> grant.reaches(status.type()))
                .map(TypeBody::from)
                .toList());
    }

    private CompletionStage<Reply> pause(Context context) {
        TaskType type = TypeNames.inPath(context);
        return types.pause(type, Admitted.by(context))
                .thenApply(changed -> Reply.ok(new PauseBody(
                        type.value(),
                        true,
                        changed ? "Type paused: its tasks wait, what runs goes on" : "The type is paused already")));
    }

    private CompletionStage<Reply> resume(Context context) {
        TaskType type = TypeNames.inPath(context);
        return types.resume(type, Admitted.by(context))
                .thenApply(changed -> Reply.ok(
                        new PauseBody(type.value(), false, changed ? "Type resumed" : "The type is not paused")));
    }
}
