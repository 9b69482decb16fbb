package io.prismq.queue.architecture.violations.application;

public final class UseCaseThatFailsSomehow {
    public void fail() {
        throw new RuntimeException();
    }
}
