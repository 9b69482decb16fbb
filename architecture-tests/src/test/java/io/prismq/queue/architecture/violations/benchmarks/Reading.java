package io.prismq.queue.architecture.violations.benchmarks;

/** Something for others to reach for. */
public record Reading(double seconds) {}
