package io.prismq.queue.architecture.violations.adapter.worker;

import io.prismq.queue.architecture.violations.adapter.http.UnboundRequest;

public record RunnerThatServes(UnboundRequest request) {}
