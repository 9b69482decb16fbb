package io.prismq.queue.adapter.sqlite.care;

import io.prismq.queue.adapter.sqlite.session.Session;
import java.time.Duration;
import java.util.concurrent.locks.Lock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Moves what the write-ahead log holds into the database, and keeps the log from growing without end:
 * https://www.sqlite.org/wal.html#avoiding_excessively_large_wal_files.
 *
 * <p>The next commit begins the log anew where all of it has been moved and nobody reads from it. Beside writers that
 * never rest that moment does not come by itself: so nearly all is moved beside them, and for the rest they give way.
 */
public final class Checkpoints implements Chore {
    private static final Logger LOG = LoggerFactory.getLogger(Checkpoints.class);
    private static final long PAGES_IN_A_MEBIBYTE = 256;

    /** After so many looks at which nothing had been written the rest is moved too, however little it is. */
    private static final int LOOKS_OF_A_CALM = 10;

    private final Lock turn;
    private final LogLimits limits;
    private final Pause warnings = new Pause(Duration.ofMinutes(1));
    private LogState begunAnew = new LogState(false, 0, 0);
    private long seenPages;
    private int calmLooks;
    private boolean isHeld;

    /** @param turn what a writer holds while it writes */
    public Checkpoints(Lock turn, LogLimits limits) {
        this.turn = turn;
        this.limits = limits;
    }

    @Override
    public void look(Session session) {
        LogState log = LogState.of(session, "NOOP");
        if (log.unmoved() >= limits.worthMoving() || (log.unmoved() > 0 && isCalm(log))) {
            log = LogState.of(session, "PASSIVE");
        }
        if (log.pages() >= limits.worthAMoment() && !log.equals(begunAnew)) {
            shorten(session, log);
        }
    }

    private boolean isCalm(LogState log) {
        calmLooks = log.pages() == seenPages ? calmLooks + 1 : 0;
        seenPages = log.pages();
        return calmLooks % LOOKS_OF_A_CALM == LOOKS_OF_A_CALM - 1;
    }

    private void shorten(Session session, LogState log) {
        if (log.pages() >= limits.tooLong() && !isHeld) {
            isHeld = !beginAnew(session, limits.patience());
        } else if (LogState.of(session, "PASSIVE").unmoved() < limits.worthMoving()) {
            // What came while the first one was at it has been moved by the second: next to nothing is left.
            isHeld &= !beginAnew(session, limits.moment());
        }
        if (isHeld && warnings.isOver()) {
            LOG.warn(
                    "something has been reading from the database for longer than {} seconds; until it ends, the"
                            + " write-ahead log cannot begin anew and grows: it is {} MiB long",
                    limits.patience().toSeconds(),
                    log.pages() / PAGES_IN_A_MEBIBYTE);
        }
    }

    /** Whether the next commit can; the writers of this process do not compete for the moment that it takes. */
    private boolean beginAnew(Session session, Duration patience) {
        turn.lock();
        try {
            session.execute("PRAGMA busy_timeout = " + patience.toMillis());
            LogState log = LogState.of(session, "RESTART");
            begunAnew = new LogState(false, log.pages(), log.moved());
            return !log.busy();
        } finally {
            turn.unlock();
        }
    }
}
