package io.prismq.queue.domain.access;

import java.util.regex.Pattern;

/**
 * Names a key: the part of its token that is no secret.
 *
 * @param value 12 lower-case hexadecimal digits
 */
public record KeyId(String value) implements Comparable<KeyId> {
    public static final String PATTERN = "[0-9a-f]{12}";

    private static final Pattern VALID = Pattern.compile(PATTERN);

    public KeyId {
        if (!VALID.matcher(value).matches()) {
            throw new IllegalArgumentException("the id of a key is 12 lower-case hexadecimal digits");
        }
    }

    @Override
    public int compareTo(KeyId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
