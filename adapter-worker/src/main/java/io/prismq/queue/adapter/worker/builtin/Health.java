package io.prismq.queue.adapter.worker.builtin;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/**
 * What a health check found.
 *
 * @param status the worst of all checks
 */
record Health(String status, List<Check> checks) {
    /** From the best to the worst. */
    enum Grade {
        OK,
        WARNING,
        FAILING;

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * One thing that was looked at.
     *
     * @param status a {@link Grade}'s word
     * @param message what was found, for people
     */
    record Check(String name, String status, String message) {
        static Check of(String name, Grade grade, String message) {
            return new Check(name, grade.word(), message);
        }

        /** A check that warns beyond a threshold. */
        static Check warningIf(boolean beyond, String name, String message) {
            return of(name, beyond ? Grade.WARNING : Grade.OK, message);
        }

        Grade grade() {
            return Grade.valueOf(status.toUpperCase(Locale.ROOT));
        }
    }

    static Health of(List<Check> checks) {
        Grade worst =
                checks.stream().map(Check::grade).max(Comparator.naturalOrder()).orElse(Grade.OK);
        return new Health(worst.word(), checks);
    }
}
