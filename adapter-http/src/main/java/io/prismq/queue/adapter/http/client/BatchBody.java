package io.prismq.queue.adapter.http.client;

import io.prismq.queue.adapter.http.task.EnqueuedBody;
import io.prismq.queue.application.EnqueueOutcome.Accepted;
import java.util.List;

/** The tasks of a batch, in the order of the request. */
record BatchBody(List<EnqueuedBody> tasks) {
    static BatchBody from(Accepted accepted) {
        return new BatchBody(accepted.tasks().stream().map(EnqueuedBody::from).toList());
    }
}
