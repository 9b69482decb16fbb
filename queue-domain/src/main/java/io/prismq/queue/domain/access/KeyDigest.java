package io.prismq.queue.domain.access;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Pattern;

/**
 * What is kept of a key's secret: its SHA-256. A slow digest, as for passwords, would gain nothing: nobody guesses 256
 * random bits.
 *
 * @param value 64 lower-case hexadecimal digits
 */
public record KeyDigest(String value) {
    private static final Pattern VALID = Pattern.compile("[0-9a-f]{64}");

    public KeyDigest {
        if (!VALID.matcher(value).matches()) {
            throw new IllegalArgumentException("the digest of a key is 64 lower-case hexadecimal digits");
        }
    }

    static KeyDigest of(String secret) {
        return new KeyDigest(HexFormat.of().formatHex(sha256().digest(secret.getBytes(StandardCharsets.US_ASCII))));
    }

    /** Whether the token's secret has this digest, in a time that says nothing of where they differ. */
    public boolean fits(KeyToken token) {
        return MessageDigest.isEqual(bytes(), token.digest().bytes());
    }

    private byte[] bytes() {
        return HexFormat.of().parseHex(value);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException everyPlatformHasIt) {
            throw new IllegalStateException(everyPlatformHasIt);
        }
    }
}
