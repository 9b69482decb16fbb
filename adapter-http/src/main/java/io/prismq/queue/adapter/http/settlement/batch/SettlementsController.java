package io.prismq.queue.adapter.http.settlement.batch;

import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.prismq.queue.adapter.http.access.Admitted;
import io.prismq.queue.adapter.http.exchange.Bodies;
import io.prismq.queue.adapter.http.exchange.Reply;
import io.prismq.queue.adapter.http.exchange.Route;
import io.prismq.queue.adapter.http.settlement.Answers;
import io.prismq.queue.application.Settlement;
import io.prismq.queue.application.SettlementOutcome;
import io.prismq.queue.application.TaskExecution;
import io.prismq.queue.application.TaskQueries;
import io.prismq.queue.domain.access.Grant;
import io.prismq.queue.domain.port.Clock;
import io.prismq.queue.domain.task.Task;
import io.prismq.queue.domain.task.TaskId;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Hears what a worker says about many tasks at once. */
public final class SettlementsController {
    private static final int MAX_BODY = 16 << 20;

    private final TaskExecution execution;
    private final TaskQueries queries;
    private final Bodies bodies;
    private final Clock clock;
    private final Answers answers;

    public SettlementsController(
            TaskExecution execution, TaskQueries queries, Bodies bodies, Clock clock, Answers answers) {
        this.execution = execution;
        this.queries = queries;
        this.bodies = bodies;
        this.clock = clock;
        this.answers = answers;
    }

    public List<Route> routes() {
        return List.of(Route.later(HandlerType.POST, "/api/queue/settlements", this::settle)
                .accepting(MAX_BODY));
    }

    private CompletionStage<Reply> settle(Context context) {
        List<Settlement> settlements =
                bodies.read(context, SettlementsRequest.class).toSettlements(clock.now());
        Predicate<Settlement> reached = reached(Admitted.actor(context).grant(), settlements);
        return execution
                .settle(settlements.stream().filter(reached).toList(), Admitted.by(context))
                .thenApply(outcomes -> Reply.ok(results(settlements, reached, outcomes.iterator())));
    }

    /** For one who is limited to types there are no tasks of others. What type a task has never changes. */
    private Predicate<Settlement> reached(Grant grant, List<Settlement> settlements) {
        if (grant.reachesAll()) {
            return settlement -> true;
        }
        Set<TaskId> tasks = queries
                .find(settlements.stream().map(Settlement::id).distinct().toList())
                .stream()
                .filter(task -> grant.reaches(task.type()))
                .map(Task::id)
                .collect(Collectors.toSet());
        return settlement -> tasks.contains(settlement.id());
    }

    private SettlementsBody results(
            List<Settlement> settlements, Predicate<Settlement> reached, Iterator<SettlementOutcome> outcomes) {
        return new SettlementsBody(settlements.stream()
                .map(settlement -> answers.among(
                        settlement, reached.test(settlement) ? outcomes.next() : new SettlementOutcome.NotFound()))
                .toList());
    }
}
