package io.prismq.queue.benchmarks.handler;

import io.prismq.queue.domain.port.SystemClock;
import io.prismq.queue.domain.port.TaskContext;
import io.prismq.queue.domain.port.TaskHandler;
import io.prismq.queue.domain.task.Payload;
import io.prismq.queue.domain.task.Result;
import io.prismq.queue.domain.task.TaskType;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Says when it began. */
public final class StampHandler implements TaskHandler {
    public static final String TYPE = "bench.stamp";
    private final SystemClock clock = new SystemClock();

    @Override
    public TaskType type() {
        return new TaskType(TYPE);
    }

    @Override
    public Result handle(Payload payload, TaskContext context) {
        return new Result("{\"began_us\":" + ChronoUnit.MICROS.between(Instant.EPOCH, clock.now()) + "}");
    }
}
