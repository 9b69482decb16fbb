package io.prismq.queue.bootstrap.demo;

import io.prismq.queue.domain.port.TaskContext;
import io.prismq.queue.domain.port.TaskHandler;
import io.prismq.queue.domain.task.Payload;
import io.prismq.queue.domain.task.Result;
import io.prismq.queue.domain.task.TaskType;
import java.util.concurrent.CountDownLatch;

/** Takes longer than it may: waits until it is interrupted. */
final class SlowHandler implements TaskHandler {
    static final TaskType TYPE = new TaskType("demo.slow");

    @Override
    public TaskType type() {
        return TYPE;
    }

    @Override
    public Result handle(Payload payload, TaskContext context) throws InterruptedException {
        new CountDownLatch(1).await();
        return new Result("null");
    }
}
