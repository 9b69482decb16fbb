package io.prismq.queue.architecture.violations.application;

import com.google.inject.Injector;

public record UseCaseThatAsksToBeInjected(Injector injector) {}
