package io.prismq.queue.adapter.sqlite.care;

import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.event.Level;

/** Logs one kind of trouble: the first at once, and while it lasts once a minute, with how often it came since. For one thread. */
public final class FailureLog {
    private final Logger log;
    private final Level level;
    private final String what;
    private final Pause pause = new Pause(Duration.ofMinutes(1));
    private boolean told;
    private long leftOut;

    public FailureLog(Logger log, Level level, String what) {
        this.log = log;
        this.level = level;
        this.what = what;
    }

    /** Never throws: what failed may have failed for want of memory, and whoever tells of it has to go on. */
    public void add(Throwable failure) {
        try {
            tell(failure);
        } catch (RuntimeException | Error untold) {
            leftOut++;
        }
    }

    private void tell(Throwable failure) {
        if (!pause.isOver()) {
            leftOut++;
        } else if (!told) {
            told = true;
            log.atLevel(level).setCause(failure).log(what);
        } else {
            log.atLevel(level).log("{} ({} times more since the last line): {}", what, leftOut, failure.toString());
            leftOut = 0;
        }
    }
}
