package io.prismq.queue.adapter.http.worker;

import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.prismq.queue.adapter.http.access.Admitted;
import io.prismq.queue.adapter.http.access.Vigil;
import io.prismq.queue.adapter.http.exchange.Bodies;
import io.prismq.queue.adapter.http.exchange.Reply;
import io.prismq.queue.adapter.http.exchange.Route;
import io.prismq.queue.application.ClaimCommand;
import io.prismq.queue.application.Settlement;
import io.prismq.queue.application.TaskExecution;
import io.prismq.queue.domain.audit.By;
import io.prismq.queue.domain.task.Lease;
import io.prismq.queue.domain.task.StoredTask;
import io.prismq.queue.domain.task.Task;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletionStage;
import java.util.function.BooleanSupplier;

/** Leases tasks to workers. */
public final class ClaimController {
    /** A thousand types of the longest names beside everything else. */
    private static final int MAX_BODY = 192 << 10;

    private final TaskExecution execution;
    private final Bodies bodies;
    private final Vigil vigil;
    private final KnownClaims known = new KnownClaims();

    public ClaimController(TaskExecution execution, Bodies bodies, Vigil vigil) {
        this.execution = execution;
        this.bodies = bodies;
        this.vigil = vigil;
    }

    public List<Route> routes() {
        return List.of(Route.later(HandlerType.POST, "/api/queue/claims", this::claim)
                .accepting(MAX_BODY)
                .asNewWork());
    }

    private CompletionStage<Reply> claim(Context context) {
        ClaimRequest request = bodies.read(context, ClaimRequest.class);
        ClaimCommand command = request.toCommand(Admitted.named(context));
        Admitted.requireReach(context, command.skills().types());
        known.ask(command);
        BooleanSupplier mayClaim = Admitted.stillIs(context);
        return claim(context, command, request.patience())
                .thenApply(claimed -> mayClaim.getAsBoolean() ? reply(command, claimed) : refused(command, claimed));
    }

    private CompletionStage<List<StoredTask>> claim(Context context, ClaimCommand command, Duration patience) {
        By by = Admitted.by(context);
        return patience.isZero()
                ? execution.claim(command, by)
                : execution.claim(command, patience, vigil.endOfWait(context), by);
    }

    private Reply reply(ClaimCommand command, List<StoredTask> claimed) {
        Reply reply = Reply.ok(ClaimsBody.from(claimed));
        return claimed.isEmpty() ? reply : reply.ifUndelivered(() -> giveBack(command, claimed));
    }

    private Reply refused(ClaimCommand command, List<StoredTask> claimed) {
        giveBack(command, claimed);
        return Admitted.noMore();
    }

    /** A worker that hung up never knew of the tasks: they cost no attempt. If this fails, the ends of the leases help. */
    private void giveBack(ClaimCommand command, List<StoredTask> claimed) {
        if (known.isAskedOnce(command)) {
            execution.settle(claimed.stream().map(ClaimController::release).toList());
        }
    }

    private static Settlement release(StoredTask stored) {
        Task task = stored.task();
        Lease lease = Objects.requireNonNull(task.lease(), "a claimed task has a lease");
        return new Settlement(task.id(), lease.token(), new Settlement.Release(Duration.ZERO));
    }
}
