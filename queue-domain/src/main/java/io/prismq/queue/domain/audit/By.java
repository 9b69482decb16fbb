package io.prismq.queue.domain.audit;

import org.jspecify.annotations.Nullable;

/**
 * Who did something, and from where.
 *
 * @param name never a secret; 1 to {@value #MAX_LENGTH} characters
 * @param address of the peer that the connection came from; null where there was no connection
 */
public record By(String name, @Nullable String address) {
    public static final int MAX_LENGTH = 300;

    public By {
        if (name.isBlank() || name.length() > MAX_LENGTH) {
            throw new IllegalArgumentException(
                    "a name is 1 to %d characters long, not all blank".formatted(MAX_LENGTH));
        }
    }
}
