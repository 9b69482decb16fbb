package io.prismq.queue.architecture.violations.application;

import org.mockito.Mockito;

public final class UseCaseTestThatMocks {
    public Runnable useCase() {
        return Mockito.mock(Runnable.class);
    }
}
