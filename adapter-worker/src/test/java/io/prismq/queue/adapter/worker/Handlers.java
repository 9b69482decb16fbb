package io.prismq.queue.adapter.worker;

import io.prismq.queue.domain.port.TaskContext;
import io.prismq.queue.domain.port.TaskHandler;
import io.prismq.queue.domain.task.Payload;
import io.prismq.queue.domain.task.Result;
import io.prismq.queue.domain.task.TaskType;
import io.prismq.queue.domain.testing.Tasks;

/** Handlers of one line, for the type {@link Tasks#TYPE}. */
final class Handlers {
    /** What a handler does. */
    @FunctionalInterface
    interface Work {
        Result handle(Payload payload, TaskContext context) throws Exception;
    }

    private Handlers() {}

    static TaskHandler thatDoes(Work work) {
        return ofType(Tasks.TYPE, work);
    }

    static TaskHandler ofType(TaskType type, Work work) {
        return new TaskHandler() {
            @Override
            public TaskType type() {
                return type;
            }

            @Override
            public Result handle(Payload payload, TaskContext context) throws Exception {
                return work.handle(payload, context);
            }
        };
    }

    /** Gives back what it was given. */
    static TaskHandler echo() {
        return thatDoes((payload, context) -> new Result(payload.json()));
    }
}
