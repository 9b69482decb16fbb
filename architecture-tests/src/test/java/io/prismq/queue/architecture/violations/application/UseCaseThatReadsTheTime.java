package io.prismq.queue.architecture.violations.application;

public final class UseCaseThatReadsTheTime {
    public long millis() {
        return System.currentTimeMillis();
    }
}
