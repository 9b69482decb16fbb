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
import io.prismq.queue.domain.port.Clock;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.stream.IntStream;

/** Hears what a worker says about many tasks at once. */
public final class SettlementsController {
    private static final int MAX_BODY = 16 << 20;

    private final TaskExecution execution;
    private final Bodies bodies;
    private final Clock clock;
    private final Answers answers;

    public SettlementsController(TaskExecution execution, Bodies bodies, Clock clock, Answers answers) {
        this.execution = execution;
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
        return execution
                .settle(settlements, Admitted.by(context))
                .thenApply(outcomes -> Reply.ok(results(settlements, outcomes)));
    }

    private SettlementsBody results(List<Settlement> settlements, List<SettlementOutcome> outcomes) {
        return new SettlementsBody(IntStream.range(0, settlements.size())
                .mapToObj(index -> answers.among(settlements.get(index), outcomes.get(index)))
                .toList());
    }
}
