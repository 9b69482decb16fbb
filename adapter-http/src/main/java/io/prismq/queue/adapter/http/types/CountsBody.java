package io.prismq.queue.adapter.http.types;

import io.prismq.queue.application.TypeStatus;
import io.prismq.queue.domain.task.TaskStatus;

/** How many tasks of a type there are, by status. */
record CountsBody(long scheduled, long queued, long processing, long completed, long failed, long cancelled) {
    static CountsBody from(TypeStatus type) {
        return new CountsBody(
                type.count(TaskStatus.SCHEDULED),
                type.count(TaskStatus.QUEUED),
                type.count(TaskStatus.PROCESSING),
                type.count(TaskStatus.COMPLETED),
                type.count(TaskStatus.FAILED),
                type.count(TaskStatus.CANCELLED));
    }
}
