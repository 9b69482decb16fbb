package io.prismq.queue.architecture.violations.application;

import io.prismq.queue.architecture.violations.benchmarks.Reading;

public final class UseCaseThatMeasures {
    private final Reading reading;

    public UseCaseThatMeasures(Reading reading) {
        this.reading = reading;
    }

    public double seconds() {
        return reading.seconds();
    }
}
