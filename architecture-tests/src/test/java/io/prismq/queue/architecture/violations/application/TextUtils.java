package io.prismq.queue.architecture.violations.application;

public record TextUtils() {}
