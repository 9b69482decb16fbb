package io.prismq.queue.adapter.http.dashboard.view;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A time as people read it.
 *
 * @param iso for programs, in UTC
 * @param exact the same for people
 * @param clock the same without the date where that is today's
 * @param relative seen from now
 */
public record Moment(String iso, String exact, String clock, String relative) {
    private static final DateTimeFormatter EXACT = DateTimeFormatter.ofPattern(
                    "uuuu-MM-dd HH:mm:ss.SSS 'UTC'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter TODAY =
            DateTimeFormatter.ofPattern("HH:mm:ss.SSS", Locale.ROOT).withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter ANY_DAY =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss.SSS", Locale.ROOT).withZone(ZoneOffset.UTC);

    public static Moment of(Instant time, Instant now) {
        boolean today = time.truncatedTo(ChronoUnit.DAYS).equals(now.truncatedTo(ChronoUnit.DAYS));
        return new Moment(
                time.toString(),
                EXACT.format(time),
                (today ? TODAY : ANY_DAY).format(time),
                relative(Duration.between(time, now)));
    }

    /** Null where there is no time. */
    public static @Nullable Moment orNull(@Nullable Instant time, Instant now) {
        return time == null ? null : of(time, now);
    }

    private static String relative(Duration ago) {
        if (ago.abs().toMillis() < 1000) {
            return "now";
        }
        return ago.isNegative() ? "in " + Amount.rough(ago.negated()) : Amount.rough(ago) + " ago";
    }
}
