package io.prismq.queue.adapter.http.monitoring;

/** Is told of each request once its answer is written. Implementations must return at once, and must not throw. */
@FunctionalInterface
public interface RequestObserver {
    void answered(Answered request);
}
