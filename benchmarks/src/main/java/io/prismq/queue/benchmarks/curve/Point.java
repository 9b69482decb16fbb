package io.prismq.queue.benchmarks.curve;

/** One reading of a curve. */
record Point(double x, double y) {}
