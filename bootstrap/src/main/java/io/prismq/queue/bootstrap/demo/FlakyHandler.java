package io.prismq.queue.bootstrap.demo;

import io.prismq.queue.domain.port.TaskContext;
import io.prismq.queue.domain.port.TaskHandler;
import io.prismq.queue.domain.task.Payload;
import io.prismq.queue.domain.task.Result;
import io.prismq.queue.domain.task.TaskType;
import java.io.IOException;

/** Fails twice, then succeeds. */
final class FlakyHandler implements TaskHandler {
    static final TaskType TYPE = new TaskType("demo.flaky");
    static final int SUCCEEDS_AT = 3;

    @Override
    public TaskType type() {
        return TYPE;
    }

    @Override
    public Result handle(Payload payload, TaskContext context) throws IOException {
        if (context.attempt() < SUCCEEDS_AT) {
            throw new IOException("the network is down in attempt " + context.attempt());
        }
        return new Result("{\"sent\":true}");
    }
}
