package io.prismq.queue.adapter.http.access;

import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.prismq.queue.adapter.http.exchange.Gate;
import io.prismq.queue.adapter.http.exchange.Query;
import io.prismq.queue.adapter.http.exchange.TaskIds;
import io.prismq.queue.adapter.http.exchange.TypeNames;
import io.prismq.queue.adapter.http.problem.ProblemException;
import io.prismq.queue.application.TaskQueries;
import io.prismq.queue.domain.access.Grant;
import io.prismq.queue.domain.access.Scope;
import io.prismq.queue.domain.task.TaskId;
import io.prismq.queue.domain.task.TaskType;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Lets in who may do what he asks for. */
public final class Gatekeeper implements Gate {
    private final Callers callers;
    private final Anonymity anonymity;
    private final TaskQueries tasks;

    public Gatekeeper(Callers callers, Anonymity anonymity, TaskQueries tasks) {
        this.callers = callers;
        this.anonymity = anonymity;
        this.tasks = tasks;
    }

    @Override
    public Consumer<Context> of(HandlerType method, String path) {
        Need need = Needs.of(method, path);
        @Nullable Scope scope = need.scope();
        return scope == null ? context -> {} : context -> admit(scope, need.reach(), context);
    }

    private void admit(Scope scope, Reach reach, Context context) {
        Admitted admitted = callers.of(context).orElseGet(() -> new Admitted(anonymity.admit(context), () -> true));
        admitted.into(context);
        Admitted.require(context, scope);
        Grant grant = admitted.actor().grant();
        if (!grant.reachesAll()) {
            requireReach(reach, context, grant);
        }
    }

    private void requireReach(Reach reach, Context context, Grant grant) {
        switch (reach) {
            case ALL_TYPES -> throw Admitted.forbidden("The key is limited to some types, and this concerns all");
            case TASK_IN_PATH -> requireTask(TaskIds.of(context), grant);
            case TYPE_IN_PATH -> Admitted.requireReach(context, List.of(TypeNames.inPath(context)));
            case TYPE_IN_QUERY -> Admitted.requireReach(context, List.of(typeInQuery(context)));
            case SEEN_LATER -> {}
        }
    }

    /** What type a task has never changes, so that it can be asked for beforehand. */
    private void requireTask(TaskId id, Grant grant) {
        if (tasks.type(id).filter(grant::reaches).isEmpty()) {
            throw new ProblemException(TaskIds.notFound(id));
        }
    }

    private static TaskType typeInQuery(Context context) {
        return Query.of(context)
                .text(TypeNames.PARAMETER)
                .map(TypeNames::parse)
                .orElseThrow(() -> Admitted.forbidden("The key is limited to some types: ask for one of them by type"));
    }
}
