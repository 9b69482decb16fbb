package io.prismq.queue.bootstrap.log;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What the environment says of the log. The log itself cannot tell that it is configured wrongly, so this is asked before
 * anything is logged.
 */
public final class LogSettings {
    /** The variable that names the format. */
    public static final String FORMAT = "PRISMQ_LOG_FORMAT";

    /** The variable that names the least level that is logged. */
    public static final String LEVEL = "PRISMQ_LOG_LEVEL";

    private static final Set<String> LEVELS = Set.of("ERROR", "WARN", "INFO", "DEBUG", "TRACE", "OFF");

    private LogSettings() {}

    /** A sentence that says what is wrong with the settings; empty where nothing is. */
    public static Optional<String> flaw(Map<String, String> environment) {
        String format = environment.getOrDefault(FORMAT, "plain");
        if (LogFormat.named(format).isEmpty()) {
            return Optional.of("The environment variable %s must be plain or json, not %s.".formatted(FORMAT, format));
        }
        String level = environment.getOrDefault(LEVEL, "INFO");
        if (!LEVELS.contains(level)) {
            return Optional.of("The environment variable %s must be ERROR, WARN, INFO, DEBUG, TRACE or OFF, not %s."
                    .formatted(LEVEL, level));
        }
        return Optional.empty();
    }
}
