package io.prismq.queue.bootstrap.plugin;

import io.prismq.queue.domain.port.TaskContext;
import io.prismq.queue.domain.port.TaskHandler;
import io.prismq.queue.domain.task.Payload;
import io.prismq.queue.domain.task.Result;
import io.prismq.queue.domain.task.TaskType;
import java.util.Objects;

/** Runs a handler of a plugin in the context of the plugin's class loader. */
final class PluginHandler implements TaskHandler {
    private final TaskHandler handler;
    private final ClassLoader loader;
    private final TaskType type;

    /** Asks the handler for its type, once. */
    PluginHandler(TaskHandler handler, ClassLoader loader) {
        this.handler = handler;
        this.loader = loader;
        this.type = Objects.requireNonNull(handler.type(), "type() returned null");
    }

    @Override
    public TaskType type() {
        return type;
    }

    @Override
    public Result handle(Payload payload, TaskContext context) throws Exception {
        try (ContextLoader ignored = new ContextLoader(loader)) {
            return handler.handle(payload, context);
        }
    }
}
