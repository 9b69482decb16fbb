package io.prismq.queue.domain.access;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A key, without its secret. One that was revoked or has expired is kept, so that a list can tell of it.
 *
 * @param name for people, 1 to 100 characters, no control characters; several keys may share one
 * @param expiresAt from then on it is worth nothing; null where it never expires
 * @param revokedAt since then it is worth nothing; null where it was not revoked
 */
public record ApiKey(
        KeyId id,
        String name,
        Grant grant,
        KeyDigest digest,
        Instant createdAt,
        @Nullable Instant expiresAt,
        @Nullable Instant revokedAt) {
    public static final int MAX_NAME_LENGTH = 100;

    /** How a key stands at a time. */
    public enum State {
        ACTIVE,
        EXPIRED,
        REVOKED
    }

    public ApiKey {
        if (name.isBlank() || name.length() > MAX_NAME_LENGTH) {
            throw new IllegalArgumentException(
                    "the name of a key is 1 to %d characters long, not all blank".formatted(MAX_NAME_LENGTH));
        }
        if (name.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException("the name of a key has no control characters");
        }
        if (expiresAt != null && !expiresAt.isAfter(createdAt)) {
            throw new IllegalArgumentException("a key expires after it was made");
        }
    }

    public State at(Instant time) {
        if (revokedAt != null) {
            return State.REVOKED;
        }
        return expiresAt != null && !expiresAt.isAfter(time) ? State.EXPIRED : State.ACTIVE;
    }

    /** The same key, worth nothing any more; one that was revoked stays as it is. */
    public ApiKey revoked(Instant at) {
        return revokedAt != null ? this : new ApiKey(id, name, grant, digest, createdAt, expiresAt, at);
    }
}
