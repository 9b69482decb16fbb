package io.prismq.queue.bootstrap.connection;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/** Pauses between repeated requests: they double up to a bound, and chance keeps many workers from coming at once. */
final class Backoff {
    private static final Duration FIRST = Duration.ofMillis(200);
    private static final Duration LONGEST = Duration.ofSeconds(5);

    private Duration next = FIRST;

    /** The next pause, never shorter than the server asks for. */
    Duration next(Duration asked) {
        long millis = next.toMillis();
        Duration pause = Duration.ofMillis(ThreadLocalRandom.current().nextLong(millis / 2, millis + 1));
        Duration doubled = next.multipliedBy(2);
        next = doubled.compareTo(LONGEST) < 0 ? doubled : LONGEST;
        return asked.plus(pause);
    }
}
