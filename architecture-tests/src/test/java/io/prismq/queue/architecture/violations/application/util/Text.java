package io.prismq.queue.architecture.violations.application.util;

public record Text() {}
