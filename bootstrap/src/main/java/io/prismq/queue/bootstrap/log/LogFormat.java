package io.prismq.queue.bootstrap.log;

import ch.qos.logback.classic.spi.ILoggingEvent;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The ways to write an event. */
enum LogFormat {
    /** For people. */
    PLAIN {
        @Override
        String line(ILoggingEvent event) {
            return PlainLine.of(event);
        }
    },
    /** For programs: an object in JSON, on one line whatever happened. */
    JSON {
        @Override
        String line(ILoggingEvent event) {
            return JsonLine.of(event);
        }
    };

    /** The event, with the end of its line. */
    abstract String line(ILoggingEvent event);

    static Optional<LogFormat> named(String word) {
        return Arrays.stream(values())
                .filter(format -> format.name().toLowerCase(Locale.ROOT).equals(word))
                .findFirst();
    }
}
