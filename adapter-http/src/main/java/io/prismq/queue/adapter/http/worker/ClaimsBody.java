package io.prismq.queue.adapter.http.worker;

import io.prismq.queue.domain.task.StoredTask;
import java.util.List;

/** The tasks that a worker got. */
record ClaimsBody(List<ClaimedTask> tasks) {
    static ClaimsBody from(List<StoredTask> claimed) {
        return new ClaimsBody(claimed.stream().map(ClaimedTask::from).toList());
    }
}
