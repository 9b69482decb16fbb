package io.prismq.queue.adapter.http.history;

import io.prismq.queue.domain.task.Attempt;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An attempt as readers see it: everything but the token of its lease.
 *
 * @param attempt from 1; begins anew when an operator retries the task
 * @param claimNo from 1; never begins anew
 * @param endedAtUtc null while it runs, as is the outcome
 */
record AttemptBody(
        int attempt,
        long claimNo,
        String workerId,
        Instant startedAtUtc,
        @Nullable Instant endedAtUtc,
        @Nullable String outcome,
        @Nullable String errorMessage) {
    static AttemptBody from(Attempt attempt) {
        Attempt.End end = attempt.end();
        return new AttemptBody(
                attempt.number(),
                attempt.claimNo(),
                attempt.worker().value(),
                attempt.startedAt(),
                end == null ? null : end.at(),
                end == null ? null : end.outcome().word(),
                end == null ? null : end.message());
    }
}
