package io.prismq.queue.adapter.http.worker;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.prismq.queue.adapter.http.task.TaskBody;
import io.prismq.queue.domain.task.Lease;
import io.prismq.queue.domain.task.StoredTask;
import io.prismq.queue.domain.task.TraceContext;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A task in the hands of the worker that claimed it.
 *
 * @param leaseToken what proves the hold; nobody else is told
 * @param traceparent where the enqueue stands in a trace; null where nobody said
 */
record ClaimedTask(
        @JsonUnwrapped TaskBody task,
        String leaseToken,
        @Nullable String traceparent) {
    static ClaimedTask from(StoredTask stored) {
        Lease lease = Objects.requireNonNull(stored.task().lease(), "a claimed task has a lease");
        TraceContext trace = stored.task().spec().trace();
        return new ClaimedTask(TaskBody.from(stored), lease.token().value(), trace == null ? null : trace.parent());
    }
}
