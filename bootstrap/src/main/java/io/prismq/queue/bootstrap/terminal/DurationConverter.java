package io.prismq.queue.bootstrap.terminal;

import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a span of time as people write it: 90s, 5m, 1h30m, 2d. */
public final class DurationConverter implements ITypeConverter<Duration> {
    private static final Pattern SPAN =
            Pattern.compile("(?=.)(?:(\\d{1,9})d)?(?:(\\d{1,9})h)?(?:(\\d{1,9})m)?(?:(\\d{1,9})s)?");
    private static final int DAYS = 1;
    private static final int HOURS = 2;
    private static final int MINUTES = 3;
    private static final int SECONDS = 4;

    @Override
    public Duration convert(String text) {
        Matcher span = SPAN.matcher(text);
        if (!span.matches()) {
            throw new TypeConversionException("'%s' is not a time such as 90s, 5m, 1h30m or 2d".formatted(text));
        }
        return Duration.ofDays(number(span, DAYS))
                .plusHours(number(span, HOURS))
                .plusMinutes(number(span, MINUTES))
                .plusSeconds(number(span, SECONDS));
    }

    private static long number(Matcher span, int group) {
        return span.group(group) == null ? 0 : Long.parseLong(span.group(group));
    }
}
