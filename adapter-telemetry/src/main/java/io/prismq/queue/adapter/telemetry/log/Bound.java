package io.prismq.queue.adapter.telemetry.log;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.function.BiConsumer;

/** Lets so many lines of a kind through in a second, and counts the others. Used by one thread. */
final class Bound {
    static final int MOST_PER_SECOND = 20;

    /** How often it is told what was left out. */
    static final Duration TOLD_EVERY = Duration.ofMinutes(1);

    private final Map<String, Kind> kinds = new HashMap<>();

    /** The lines of one kind. */
    private static final class Kind {
        private long second;
        private int lines;
        private long leftOut;
        private Instant leftOutSince = Instant.MAX;

        private boolean admits(Instant now) {
            if (now.getEpochSecond() != second) {
                second = now.getEpochSecond();
                lines = 0;
            }
            if (lines < MOST_PER_SECOND) {
                lines++;
                return true;
            }
            if (leftOut++ == 0) {
                leftOutSince = now;
            }
            return false;
        }

        /** A clock that was set back makes nobody wait longer. */
        private boolean isDue(Instant now) {
            return leftOut > 0 && (now.isBefore(leftOutSince) || !now.isBefore(leftOutSince.plus(TOLD_EVERY)));
        }
    }

    /** Whether one more line of the kind may be written now. */
    boolean admits(String kind, Instant now) {
        return kinds.computeIfAbsent(kind, first -> new Kind()).admits(now);
    }

    /** Tells of each kind that has been waiting for it how many lines were left out. */
    void tellIfDue(Instant now, BiConsumer<String, Long> teller) {
        kinds.forEach((name, kind) -> {
            if (kind.isDue(now)) {
                teller.accept(name, kind.leftOut);
                kind.leftOut = 0;
            }
        });
    }

    /** Tells of all that was left out. */
    void tellAll(BiConsumer<String, Long> teller) {
        tellIfDue(Instant.MAX, teller);
    }
}
