package io.prismq.queue.adapter.worker;

import io.prismq.queue.domain.port.TaskHandler;

/**
 * A handler and where it comes from.
 *
 * @param source by what a person finds it, such as its class and its jar
 */
public record SourcedHandler(TaskHandler handler, String source) {
    /** A handler that its class is enough to find by. */
    public static SourcedHandler of(TaskHandler handler) {
        return new SourcedHandler(handler, handler.getClass().getName());
    }
}
