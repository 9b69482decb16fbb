package io.prismq.queue.adapter.http.exchange;

import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import java.util.function.Consumer;

/** Knows what each path needs of whoever asks. */
public interface Gate {
    /**
     * The check of requests to a path, which throws where one is refused.
     *
     * @throws IllegalStateException if nobody has said what the path needs
     */
    Consumer<Context> of(HandlerType method, String path);
}
