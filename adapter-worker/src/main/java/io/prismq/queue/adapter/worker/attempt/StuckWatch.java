package io.prismq.queue.adapter.worker.attempt;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Watches a handler that was told to end. One that goes on all the same is stuck: the log is told once, and when it ends. */
final class StuckWatch {
    static final Duration PATIENCE = Duration.ofSeconds(10);

    private static final Logger LOG = LoggerFactory.getLogger(StuckWatch.class);

    private final Hold hold;
    private final HandlerRun run;
    private @Nullable Instant toldToEndAt;
    private boolean stuck;

    /** Where a stuck handler is, for the log. */
    private static final class Whereabouts extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Whereabouts(StackTraceElement[] stack) {
            super("its thread is here", null, false, true);
            setStackTrace(stack);
        }
    }

    StuckWatch(Hold hold, HandlerRun run) {
        this.hold = hold;
        this.run = run;
    }

    void toldToEnd(Instant now) {
        toldToEndAt = now;
    }

    /** A clock that was set back begins the wait anew, as does a handler that has no thread yet. */
    void look(Instant now) {
        Instant told = toldToEndAt;
        if (told == null || stuck) {
            return;
        }
        if (now.isBefore(told)) {
            toldToEndAt = now;
        } else if (!now.isBefore(told.plus(PATIENCE))) {
            toldToEndAt = now;
            run.stack().ifPresent(this::foundStuck);
        }
    }

    /** When its patience ends. */
    Instant due() {
        return toldToEndAt == null || stuck ? Instant.MAX : toldToEndAt.plus(PATIENCE);
    }

    void ended() {
        if (stuck) {
            hold.on(LOG.atInfo()).log("the handler has ended at last, and its slot is free again");
        }
        stuck = false;
        toldToEndAt = null;
    }

    boolean isStuck() {
        return stuck;
    }

    private void foundStuck(StackTraceElement[] stack) {
        stuck = true;
        hold.on(LOG.atWarn())
                .setCause(new Whereabouts(stack))
                .log(
                        "the handler goes on {} seconds after it was interrupted, and keeps its slot until it ends",
                        PATIENCE.toSeconds());
    }
}
