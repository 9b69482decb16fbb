package io.prismq.queue.architecture.violations.application;

public final class UseCaseThatChanges {
    private int calls;

    public int call() {
        return ++calls;
    }
}
