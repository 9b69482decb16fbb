package io.prismq.queue.domain.task;

import java.util.regex.Pattern;

/**
 * The secret that proves who holds a lease: 128 random bits, shown to the holder alone.
 *
 * @param value 32 lower-case hexadecimal digits
 */
public record LeaseToken(String value) {
    public static final String PATTERN = "[0-9a-f]{32}";

    private static final Pattern VALID = Pattern.compile(PATTERN);

    public LeaseToken {
        if (!VALID.matcher(value).matches()) {
            throw new IllegalArgumentException("a lease token is 32 lower-case hexadecimal digits");
        }
    }

    /** Hides the value, so that no log line can leak it. */
    @Override
    public String toString() {
        return "LeaseToken[hidden]";
    }
}
