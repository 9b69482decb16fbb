package io.prismq.queue.architecture.violations.elsewhere;

public final class Homeless {}
