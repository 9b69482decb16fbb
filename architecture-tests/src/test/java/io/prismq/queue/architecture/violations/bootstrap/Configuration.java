package io.prismq.queue.architecture.violations.bootstrap;

public record Configuration() {}
