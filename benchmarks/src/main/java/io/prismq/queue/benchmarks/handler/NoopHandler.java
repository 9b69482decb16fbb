package io.prismq.queue.benchmarks.handler;

import io.prismq.queue.domain.port.TaskContext;
import io.prismq.queue.domain.port.TaskHandler;
import io.prismq.queue.domain.task.Payload;
import io.prismq.queue.domain.task.Result;
import io.prismq.queue.domain.task.TaskType;

/** Does nothing. */
public final class NoopHandler implements TaskHandler {
    public static final String TYPE = "bench.noop";

    @Override
    public TaskType type() {
        return new TaskType(TYPE);
    }

    @Override
    public Result handle(Payload payload, TaskContext context) {
        return new Result("{}");
    }
}
