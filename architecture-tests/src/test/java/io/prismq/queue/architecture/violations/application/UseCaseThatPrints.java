package io.prismq.queue.architecture.violations.application;

public final class UseCaseThatPrints {
    public void print() {
        System.out.println();
    }
}
