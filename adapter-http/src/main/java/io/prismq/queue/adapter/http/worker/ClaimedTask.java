package io.prismq.queue.adapter.http.worker;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.prismq.queue.adapter.http.task.TaskBody;
import io.prismq.queue.domain.task.Lease;
import io.prismq.queue.domain.task.StoredTask;
import java.util.Objects;

/**
 * A task in the hands of the worker that claimed it.
 *
 * @param leaseToken what proves the hold; nobody else is told
 */
record ClaimedTask(@JsonUnwrapped TaskBody task, String leaseToken) {
    static ClaimedTask from(StoredTask stored) {
        Lease lease = Objects.requireNonNull(stored.task().lease(), "a claimed task has a lease");
        return new ClaimedTask(TaskBody.from(stored), lease.token().value());
    }
}
