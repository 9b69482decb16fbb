package io.prismq.queue.adapter.worker;

/** Two handlers want the same task type; the message is a sentence that says where each comes from. */
public final class DuplicateHandlerException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    DuplicateHandlerException(SourcedHandler one, SourcedHandler other) {
        super("There are two handlers for the task type %s: %s, and %s."
                .formatted(one.handler().type(), one.source(), other.source()));
    }
}
