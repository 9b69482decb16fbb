package io.prismq.queue.adapter.http;

import io.prismq.queue.domain.port.TaskContext;
import io.prismq.queue.domain.port.TaskHandler;
import io.prismq.queue.domain.task.Payload;
import io.prismq.queue.domain.task.Result;
import io.prismq.queue.domain.task.TaskType;

/** A handler that does what a test says. */
final class Scripted implements TaskHandler {
    /** What a handler does in one test. */
    interface Work {
        Result does(Payload payload, TaskContext context) throws Exception;
    }

    private final TaskType type;
    volatile Work work = (payload, context) -> new Result("{}");

    Scripted(String type) {
        this.type = new TaskType(type);
    }

    /** A handler that always has this result. */
    static Scripted answering(String type, String result) {
        Scripted handler = new Scripted(type);
        handler.work = (payload, context) -> new Result(result);
        return handler;
    }

    @Override
    public TaskType type() {
        return type;
    }

    @Override
    public Result handle(Payload payload, TaskContext context) throws Exception {
        return work.does(payload, context);
    }
}
