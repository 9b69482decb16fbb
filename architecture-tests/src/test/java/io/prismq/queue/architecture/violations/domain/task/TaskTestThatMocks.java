package io.prismq.queue.architecture.violations.domain.task;

import org.mockito.Mockito;

public final class TaskTestThatMocks {
    public Runnable task() {
        return Mockito.mock(Runnable.class);
    }
}
