package io.prismq.queue.architecture.violations.adapter.http;

import io.prismq.queue.architecture.violations.bootstrap.Configuration;

public record ControllerThatKnowsTheConfiguration(Configuration configuration) {}
