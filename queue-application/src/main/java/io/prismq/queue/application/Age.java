package io.prismq.queue.application;

import io.prismq.queue.domain.port.Clock;
import java.time.Duration;
import java.time.Instant;

/** How old things are. A clock that was set back makes nothing younger than new. */
final class Age {
    private Age() {}

    static Duration since(Instant time, Clock clock) {
        Duration age = Duration.between(time, clock.now());
        return age.isNegative() ? Duration.ZERO : age;
    }
}
