package io.prismq.queue.adapter.http.worker;

import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.prismq.queue.adapter.http.exchange.Bodies;
import io.prismq.queue.adapter.http.exchange.Reply;
import io.prismq.queue.adapter.http.exchange.Route;
import io.prismq.queue.application.TaskExecution;
import io.prismq.queue.domain.task.Lease;
import io.prismq.queue.domain.task.StoredTask;
import io.prismq.queue.domain.task.Task;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletionStage;

/** Leases tasks to workers. */
public final class ClaimController {
    private final TaskExecution execution;
    private final Bodies bodies;

    public ClaimController(TaskExecution execution, Bodies bodies) {
        this.execution = execution;
        this.bodies = bodies;
    }

    public List<Route> routes() {
        return List.of(
                Route.later(HandlerType.POST, "/api/queue/claims", this::claim).asNewWork());
    }

    private CompletionStage<Reply> claim(Context context) {
        ClaimRequest request = bodies.read(context, ClaimRequest.class);
        return execution.claim(request.toCommand()).thenApply(this::reply);
    }

    private Reply reply(List<StoredTask> claimed) {
        Reply reply = Reply.ok(ClaimsBody.from(claimed));
        return claimed.isEmpty() ? reply : reply.ifUndelivered(() -> claimed.forEach(this::giveBack));
    }

    /** A worker that hung up never knew of the task: it costs no attempt. If this fails, the end of the lease helps. */
    private void giveBack(StoredTask stored) {
        Task task = stored.task();
        Lease lease = Objects.requireNonNull(task.lease(), "a claimed task has a lease");
        execution.release(task.id(), lease.token(), Duration.ZERO);
    }
}
