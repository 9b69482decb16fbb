package io.prismq.queue.architecture.violations.adapter.sqlite;

import io.prismq.queue.architecture.violations.application.UseCaseThatSleeps;

public record StoreThatCallsAUseCase(UseCaseThatSleeps useCase) {}
