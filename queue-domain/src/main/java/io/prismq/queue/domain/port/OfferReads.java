package io.prismq.queue.domain.port;

import io.prismq.queue.domain.task.ClaimId;
import io.prismq.queue.domain.task.Priority;
import io.prismq.queue.domain.task.Skills;
import io.prismq.queue.domain.task.StoredTask;
import io.prismq.queue.domain.task.TaskType;
import io.prismq.queue.domain.task.WorkerId;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * Questions of a worker that wants tasks. No answer may cost more when more tasks are stored that it cannot run, or more
 * types are paused that it does not ask for.
 */
public interface OfferReads {
    /** The queued tasks that the worker may claim, in the order that it asks for. */
    List<StoredTask> claimable(ClaimCriteria criteria);

    /** The priorities of the queued tasks that a worker may claim, each once, the lowest number first. */
    List<Priority> levels(Skills skills);

    /** The tasks that the worker holds from a claim with this id, the lowest id first, with their payloads. */
    List<StoredTask> held(WorkerId worker, ClaimId claim);

    /** The types that are paused, and since when: no worker is offered their tasks. */
    Map<TaskType, Instant> paused();
}
