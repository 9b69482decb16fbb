package io.prismq.queue.adapter.http.worker;

import io.prismq.queue.application.ClaimCommand;
import io.prismq.queue.domain.task.ClaimId;
import io.prismq.queue.domain.task.WorkerId;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The latest claims that have an id. What a claim brought that was asked for more than once may have reached its worker
 * by the other answer, and so is not taken back where this one does not. Safe for use by many threads.
 */
final class KnownClaims {
    private static final int MOST = 10_000;

    private record Name(WorkerId worker, ClaimId id) {}

    private final Map<Name, Integer> timesAsked = new LinkedHashMap<>();

    /** To be called before the claim begins. */
    synchronized void ask(ClaimCommand claim) {
        claim.id().map(id -> new Name(claim.worker(), id)).ifPresent(name -> {
            timesAsked.merge(name, 1, Integer::sum);
            if (timesAsked.size() > MOST) {
                timesAsked.remove(timesAsked.keySet().iterator().next());
            }
        });
    }

    /** Whether nobody else can have been told what the claim brought. */
    synchronized boolean isAskedOnce(ClaimCommand claim) {
        return claim.id()
                .map(id -> timesAsked.getOrDefault(new Name(claim.worker(), id), 1) == 1)
                .orElse(true);
    }
}
