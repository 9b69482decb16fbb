package io.prismq.queue.adapter.sqlite.care;

import java.time.Duration;
import org.slf4j.Logger;

/** Logs one kind of trouble: the first at once, and while it lasts once a minute, with how often it came since. For one thread. */
final class FailureLog {
    private final Logger log;
    private final String what;
    private final Pause pause = new Pause(Duration.ofMinutes(1));
    private long unsaid;

    FailureLog(Logger log, String what) {
        this.log = log;
        this.what = what;
    }

    void add(Throwable failure) {
        unsaid++;
        if (pause.isOver()) {
            log.warn(unsaid == 1 ? what : "%s (%d times)".formatted(what, unsaid), failure);
            unsaid = 0;
        }
    }
}
