package io.prismq.queue.bootstrap.docs;

import io.prismq.queue.domain.port.TaskContext;
import io.prismq.queue.domain.port.TaskHandler;
import io.prismq.queue.domain.port.TaskRejectedException;
import io.prismq.queue.domain.task.Payload;
import io.prismq.queue.domain.task.Result;
import io.prismq.queue.domain.task.TaskType;

final class EchoHandler implements TaskHandler {
    static final TaskType TYPE = new TaskType("echo");

    @Override
    public TaskType type() {
        return TYPE;
    }

    @Override
    public Result handle(Payload payload, TaskContext context) throws TaskRejectedException {
        if (payload.equals(Payload.EMPTY)) {
            throw new TaskRejectedException("there is nothing to echo");
        }
        return new Result("{\"echo\":" + payload.json() + "}");
    }
}
