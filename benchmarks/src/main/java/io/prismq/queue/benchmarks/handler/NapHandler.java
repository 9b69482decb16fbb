package io.prismq.queue.benchmarks.handler;

import io.prismq.queue.domain.port.TaskContext;
import io.prismq.queue.domain.port.TaskHandler;
import io.prismq.queue.domain.task.Payload;
import io.prismq.queue.domain.task.Result;
import io.prismq.queue.domain.task.TaskType;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Waits for 20 milliseconds, as one that asks a server of somebody else. */
public final class NapHandler implements TaskHandler {
    public static final String TYPE = "bench.nap";
    public static final long MILLIS = 20;

    private final CountDownLatch never = new CountDownLatch(1);

    @Override
    public TaskType type() {
        return new TaskType(TYPE);
    }

    @Override
    public Result handle(Payload payload, TaskContext context) throws InterruptedException {
        never.await(MILLIS, TimeUnit.MILLISECONDS);
        return new Result("{}");
    }
}
