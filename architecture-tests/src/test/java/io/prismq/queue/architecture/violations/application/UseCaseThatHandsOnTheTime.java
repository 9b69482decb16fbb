package io.prismq.queue.architecture.violations.application;

import java.time.Instant;
import java.util.function.Supplier;

public final class UseCaseThatHandsOnTheTime {
    public Supplier<Instant> time() {
        return Instant::now;
    }
}
