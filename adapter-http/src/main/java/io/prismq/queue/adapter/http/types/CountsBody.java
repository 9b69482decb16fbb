package io.prismq.queue.adapter.http.types;

import io.prismq.queue.domain.task.TaskStatus;
import java.util.Map;
import java.util.Objects;

/** How many tasks of a type there are, by status. */
record CountsBody(long scheduled, long queued, long processing, long completed, long failed, long cancelled) {
    static CountsBody from(Map<TaskStatus, Long> counts) {
        return new CountsBody(
                of(counts, TaskStatus.SCHEDULED),
                of(counts, TaskStatus.QUEUED),
                of(counts, TaskStatus.PROCESSING),
                of(counts, TaskStatus.COMPLETED),
                of(counts, TaskStatus.FAILED),
                of(counts, TaskStatus.CANCELLED));
    }

    private static long of(Map<TaskStatus, Long> counts, TaskStatus status) {
        return Objects.requireNonNull(counts.get(status));
    }
}
