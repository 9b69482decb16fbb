package io.prismq.queue.architecture.violations.application;

public final class UseCaseThatSleeps {
    public void sleep() throws InterruptedException {
        Thread.sleep(1);
    }
}
