package io.prismq.queue.adapter.http.task;

import io.prismq.queue.adapter.http.exchange.Reply;
import io.prismq.queue.adapter.http.exchange.TaskIds;
import io.prismq.queue.application.ChangeOutcome;
import io.prismq.queue.domain.task.TaskId;

/** Tells what became of the wish to cancel a task; one that has ended keeps its status, which is no problem. */
public final class CancelReply {
    private CancelReply() {}

    public static Reply of(TaskId id, ChangeOutcome outcome) {
        return outcome.fold(
                task -> Reply.ok(ActionBody.of(task, "Task cancelled")),
                (task, refusal) -> Reply.ok(
                        ActionBody.of(task, "cannot cancel a " + task.status().word() + " task")),
                () -> Reply.problem(TaskIds.notFound(id)));
    }
}
