package io.prismq.queue.adapter.http.settlement;

import io.prismq.queue.adapter.http.exchange.Drain;
import io.prismq.queue.adapter.http.exchange.Reply;
import io.prismq.queue.adapter.http.exchange.TaskIds;
import io.prismq.queue.adapter.http.problem.Problem;
import io.prismq.queue.adapter.http.problem.ProblemType;
import io.prismq.queue.application.Settlement;
import io.prismq.queue.application.SettlementOutcome;
import io.prismq.queue.domain.task.Attempt;
import io.prismq.queue.domain.task.Lease;
import io.prismq.queue.domain.task.TaskId;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What workers are told about what they said. */
public final class Answers {
    private final Drain drain;

    public Answers(Drain drain) {
        this.drain = drain;
    }

    /** The answer to one of many. */
    public SettlementResult among(Settlement settlement, SettlementOutcome outcome) {
        return this.<SettlementResult>answer(
                settlement, outcome, settled -> settled, problem -> RefusedBody.of(settlement.id(), problem));
    }

    /** The answer to a single one. */
    Reply alone(Settlement settlement, SettlementOutcome outcome) {
        return answer(settlement, outcome, Reply::ok, Reply::problem);
    }

    /** The answer to a single sign of life. */
    Reply heartbeat(TaskId id, SettlementOutcome outcome) {
        return outcome.fold(
                cancelled -> Reply.ok(new HeartbeatBody(null, Directive.CANCEL.word())),
                task -> Reply.ok(new HeartbeatBody(lease(task.lease()).until(), directive())),
                () -> Reply.problem(leaseLost(id)),
                () -> Reply.problem(TaskIds.notFound(id)));
    }

    private <R> R answer(
            Settlement settlement,
            SettlementOutcome outcome,
            Function<SettledBody, R> settled,
            Function<Problem, R> refused) {
        TaskId id = settlement.id();
        return outcome.fold(
                attempt -> settled.apply(SettledBody.of(id, end(attempt).status(), outcome(settlement, attempt))),
                task -> settled.apply(SettledBody.of(id, task.status(), directive())),
                () -> refused.apply(leaseLost(id)),
                () -> refused.apply(TaskIds.notFound(id)));
    }

    private static String outcome(Settlement settlement, Attempt ended) {
        return settlement.word() instanceof Settlement.Heartbeat
                ? Directive.CANCEL.word()
                : end(ended).outcome().word();
    }

    private String directive() {
        return (drain.hasBegun() ? Directive.DRAIN : Directive.CONTINUE).word();
    }

    private static Problem leaseLost(TaskId id) {
        return ProblemType.LEASE_LOST.because("The lease token does not hold task " + id);
    }

    private static Attempt.End end(Attempt ended) {
        return Objects.requireNonNull(ended.end(), "an attempt that ended has an end");
    }

    private static Lease lease(@Nullable Lease lease) {
        return Objects.requireNonNull(lease, "a task whose attempt goes on has a lease");
    }
}
