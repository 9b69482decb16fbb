package io.prismq.queue.bootstrap.log;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An event for people: when, how grave, on which thread, from where, what, and then its fields. An exception follows on
 * lines that are indented, so that a line that is not begins an event.
 */
final class PlainLine {
    static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

    private static final Pattern NEEDS_QUOTES = Pattern.compile("[\\s\"=]");
    /** What breaks a line, and what makes a terminal do or show something else: controls and format characters. */
    private static final Pattern UNSEEN = Pattern.compile("\\R|[\\p{Cc}\\p{Cf}]");

    /** Where an exception came from is told by its first frames; the rest is the same for all. */
    private static final int FRAMES = 12;

    private PlainLine() {}

    static String of(ILoggingEvent event) {
        StringBuilder line = new StringBuilder()
                .append(TIME.format(event.getInstant()))
                .append(" %-5s [%s] %s: "
                        .formatted(event.getLevel(), event.getThreadName(), simple(event.getLoggerName())))
                .append(oneLine(event.getFormattedMessage()));
        Field.of(event)
                .forEach(field ->
                        line.append(' ').append(field.name()).append('=').append(quoted(field.value())));
        line.append(System.lineSeparator());
        append(line, "", event.getThrowableProxy());
        return line.toString();
    }

    private static void append(StringBuilder line, String relation, @Nullable IThrowableProxy thrown) {
        if (thrown == null || thrown.isCyclic()) {
            return;
        }
        indented(line, 1, relation + thrown.getClassName() + ": " + oneLine(String.valueOf(thrown.getMessage())));
        int own = thrown.getStackTraceElementProxyArray().length - thrown.getCommonFrames();
        for (int frame = 0; frame < Math.min(own, FRAMES); frame++) {
            indented(line, 2, thrown.getStackTraceElementProxyArray()[frame].getSTEAsString());
        }
        append(line, "caused by ", thrown.getCause());
    }

    private static void indented(StringBuilder line, int depth, String text) {
        line.append("    ".repeat(depth)).append(text).append(System.lineSeparator());
    }

    private static String simple(String logger) {
        return logger.substring(logger.lastIndexOf('.') + 1);
    }

    private static String quoted(Object value) {
        String text = oneLine(value.toString());
        boolean plain = !text.isEmpty() && !NEEDS_QUOTES.matcher(text).find();
        return plain ? text : '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }

    private static String oneLine(String text) {
        return UNSEEN.matcher(text).replaceAll(" ");
    }
}
