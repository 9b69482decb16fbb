package io.prismq.queue.adapter.http.dashboard.view;

import java.time.Duration;
import java.util.List;
import java.util.Locale;

/** Numbers, lengths of time and sizes as people read them. */
public final class Amount {
    private static final List<String> SIZES = List.of("KiB", "MiB", "GiB", "TiB");
    private static final int KILO = 1024;
    private static final long MINUTE = 60;
    private static final long HOUR = 60 * MINUTE;
    private static final long DAY = 24 * HOUR;
    private static final double MILLIS = 1000;
    private static final long EXACT_SECONDS = 10;

    private Amount() {}

    /** Such as {@code 5,000,000}. */
    public static String count(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    /** Such as {@code 1 task} or {@code 17 tasks}. */
    public static String of(long number, String what) {
        return count(number) + " " + what + (number == 1 ? "" : "s");
    }

    /** Such as {@code 3.5 MiB}. */
    public static String bytes(long bytes) {
        if (bytes < KILO) {
            return bytes + " B";
        }
        double size = (double) bytes / KILO;
        int unit = 0;
        while (size >= KILO && unit < SIZES.size() - 1) {
            size /= KILO;
            unit++;
        }
        return String.format(Locale.ROOT, size < 10 ? "%.1f %s" : "%.0f %s", size, SIZES.get(unit));
    }

    /** In its two largest units, such as {@code 120 ms}, {@code 4.2 s} or {@code 2 h 5 min}. */
    public static String length(Duration length) {
        long seconds = length.toSeconds();
        if (seconds < 1) {
            return length.toMillis() + " ms";
        }
        if (seconds < MINUTE) {
            return seconds(length);
        }
        if (seconds < HOUR) {
            return two(seconds, MINUTE, "min", 1, "s");
        }
        return seconds < DAY ? two(seconds, HOUR, "h", MINUTE, "min") : two(seconds, DAY, "d", HOUR, "h");
    }

    /** In its largest unit, such as {@code 4 s} or {@code 2 h}. */
    public static String rough(Duration length) {
        long seconds = length.toSeconds();
        if (seconds < MINUTE) {
            return seconds + " s";
        }
        if (seconds < HOUR) {
            return seconds / MINUTE + " min";
        }
        return seconds < 2 * DAY ? seconds / HOUR + " h" : seconds / DAY + " d";
    }

    private static String seconds(Duration length) {
        return length.toMillisPart() == 0 || length.toSeconds() >= EXACT_SECONDS
                ? length.toSeconds() + " s"
                : String.format(Locale.ROOT, "%.1f s", length.toMillis() / MILLIS);
    }

    private static String two(long seconds, long large, String largeName, long small, String smallName) {
        long rest = seconds % large / small;
        return seconds / large + " " + largeName + (rest == 0 ? "" : " " + rest + " " + smallName);
    }
}
