package io.prismq.queue.adapter.http.client;

import io.prismq.queue.application.EnqueueCommand;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;

/** The wish for many tasks, all or none. */
record BatchRequest(
        @NotNull @Size(min = 1, max = BatchRequest.MAX_TASKS)
        List<@NotNull @Valid EnqueueRequest> tasks) {
    static final int MAX_TASKS = 1000;

    List<EnqueueCommand> toCommands() {
        return tasks.stream().map(EnqueueRequest::toCommand).toList();
    }
}
