package io.prismq.queue.bootstrap.terminal;

import java.time.Duration;

/** How long something is or was, in two or three characters or a few more. */
public final class Ages {
    private static final long TWO = 2;

    private Ages() {}

    /** In the largest unit of which there are two: 59s, 119s, 2m, 3h, 5d. What lies ahead, as by another clock, is 0s. */
    public static String of(Duration age) {
        if (age.toDays() >= TWO) {
            return age.toDays() + "d";
        }
        if (age.toHours() >= TWO) {
            return age.toHours() + "h";
        }
        if (age.toMinutes() >= TWO) {
            return age.toMinutes() + "m";
        }
        return Math.max(0, age.toSeconds()) + "s";
    }
}
