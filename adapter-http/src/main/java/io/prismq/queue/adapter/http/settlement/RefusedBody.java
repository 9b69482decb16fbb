package io.prismq.queue.adapter.http.settlement;

import io.prismq.queue.adapter.http.problem.Problem;
import io.prismq.queue.adapter.http.problem.ProblemBody;
import io.prismq.queue.domain.task.TaskId;

/** Why a settlement changed nothing. */
record RefusedBody(long taskId, ProblemBody problem) implements SettlementResult {
    static RefusedBody of(TaskId task, Problem problem) {
        return new RefusedBody(task.value(), ProblemBody.from(problem));
    }
}
