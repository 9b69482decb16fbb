package io.prismq.queue.domain.task;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * The name that a worker gives to one of its claims, so that it can ask for it again when the answer was lost.
 *
 * @param value 1 to 255 characters, no control characters; its own for each claim of a worker
 */
public record ClaimId(String value) {
    public static final int MAX_LENGTH = 255;

    public ClaimId {
        Text.requirePlain("a claim id", value, MAX_LENGTH);
    }

    /** The claim that this caller gives the name to: what others call alike is another one, and nobody can guess theirs. */
    public ClaimId of(String caller) {
        // A name of a claim has no control characters, so that no two pairs are joined alike.
        byte[] joined = (caller + '\0' + value).getBytes(StandardCharsets.UTF_8);
        return new ClaimId(HexFormat.of().formatHex(sha256().digest(joined)));
    }

    @Override
    public String toString() {
        return value;
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException everyPlatformHasIt) {
            throw new IllegalStateException(everyPlatformHasIt);
        }
    }
}
