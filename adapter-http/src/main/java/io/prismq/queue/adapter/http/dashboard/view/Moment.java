package io.prismq.queue.adapter.http.dashboard.view;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A time as people read it.
 *
 * @param iso for programs, in UTC
 * @param exact the same for people
 * @param relative seen from now
 */
public record Moment(String iso, String exact, String relative) {
    private static final DateTimeFormatter EXACT = DateTimeFormatter.ofPattern(
                    "uuuu-MM-dd HH:mm:ss.SSS 'UTC'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    public static Moment of(Instant time, Instant now) {
        return new Moment(time.toString(), EXACT.format(time), relative(Duration.between(time, now)));
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
