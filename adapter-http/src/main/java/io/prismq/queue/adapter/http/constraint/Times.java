package io.prismq.queue.adapter.http.constraint;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Times as RFC 3339 writes them. */
public final class Times {
    private static final Pattern SHAPE =
            Pattern.compile("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d{1,9})?(Z|[+-]\\d\\d:\\d\\d)");
    private static final Instant END = Instant.parse("+10000-01-01T00:00:00Z");

    private Times() {}

    /** The time in UTC, cut to milliseconds; empty if the text is no time, has no offset, or lies beyond the year 9999. */
    public static Optional<Instant> parse(String text) {
        String upper = text.toUpperCase(Locale.ROOT);
        if (!SHAPE.matcher(upper).matches()) {
            return Optional.empty();
        }
        try {
            Instant time = OffsetDateTime.parse(upper).toInstant().truncatedTo(ChronoUnit.MILLIS);
            return Optional.of(time).filter(END::isAfter);
        } catch (DateTimeException noSuchTime) {
            return Optional.empty();
        }
    }
}
