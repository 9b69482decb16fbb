package io.prismq.queue.architecture.violations.adapter.telemetry;

import io.prismq.queue.architecture.violations.adapter.http.UnboundRequest;

public record MeterThatServes(UnboundRequest request) {}
