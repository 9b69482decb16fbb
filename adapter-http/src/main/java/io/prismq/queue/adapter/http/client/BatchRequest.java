package io.prismq.queue.adapter.http.client;

import io.prismq.queue.application.EnqueueCommand;
import io.prismq.queue.domain.task.TraceContext;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Optional;

/** The wish for many tasks, all or none. */
record BatchRequest(
        @NotNull @Size(min = 1, max = BatchRequest.MAX_TASKS)
        List<@NotNull @Valid EnqueueRequest> tasks) {
    static final int MAX_TASKS = 1000;

    List<EnqueueCommand> toCommands(Optional<TraceContext> trace) {
        return tasks.stream().map(task -> task.toCommand(trace)).toList();
    }
}
