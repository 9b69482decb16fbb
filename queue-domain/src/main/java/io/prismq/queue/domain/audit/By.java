package io.prismq.queue.domain.audit;

import io.prismq.queue.domain.access.Actor;
import org.jspecify.annotations.Nullable;

/**
 * Who did something, and from where.
 *
 * @param name never a secret; 1 to {@value #MAX_LENGTH} characters
 * @param address of the peer that the connection came from; null where there was no connection
 */
public record By(String name, @Nullable String address) {
    public static final int MAX_LENGTH = 300;

    /** Somebody of this process, or from nobody knows where. */
    public static final By ANONYMOUS = new By(Actor.ANONYMOUS.name(), null);

    public By {
        if (name.isBlank() || name.length() > MAX_LENGTH) {
            throw new IllegalArgumentException(
                    "a name is 1 to %d characters long, not all blank".formatted(MAX_LENGTH));
        }
    }

    /** Whether it is known who that is: by a key, or by what an issuer vouches for. */
    public boolean isNamed() {
        return !name.equals(ANONYMOUS.name);
    }
}
