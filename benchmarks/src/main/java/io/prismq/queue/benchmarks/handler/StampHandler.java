package io.prismq.queue.benchmarks.handler;

import io.prismq.queue.domain.port.TaskContext;
import io.prismq.queue.domain.port.TaskHandler;
import io.prismq.queue.domain.task.Payload;
import io.prismq.queue.domain.task.Result;
import io.prismq.queue.domain.task.TaskType;

/** Says when it began, as {@link System#nanoTime} counts: on Linux the same in all processes. */
public final class StampHandler implements TaskHandler {
    public static final String TYPE = "bench.stamp";

    @Override
    public TaskType type() {
        return new TaskType(TYPE);
    }

    @Override
    public Result handle(Payload payload, TaskContext context) {
        return new Result("{\"began_ns\":" + System.nanoTime() + "}");
    }
}
