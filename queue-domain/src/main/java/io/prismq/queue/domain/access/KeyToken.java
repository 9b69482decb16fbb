package io.prismq.queue.domain.access;

import java.util.HexFormat;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a client presents: {@code prismq_}, the id of a key, {@code _}, and 256 random bits that nobody else knows. The
 * word in front lets scanners of code recognize one that was published by mistake.
 */
public final class KeyToken {
    /** What every one begins with. */
    public static final String PREFIX = "prismq_";

    private static final int ID_BYTES = 6;
    private static final int SECRET_BYTES = 32;
    private static final Pattern FORM = Pattern.compile(PREFIX + "(" + KeyId.PATTERN + ")_([0-9a-f]{64})");

    private final KeyId id;
    private final String secret;

    private KeyToken(KeyId id, String secret) {
        this.id = id;
        this.secret = secret;
    }

    /**
     * A new one.
     *
     * @param random a source that cannot be foretold
     */
    public static KeyToken draw(RandomGenerator random) {
        return new KeyToken(new KeyId(digits(random, ID_BYTES)), digits(random, SECRET_BYTES));
    }

    /** The token that is written so, if it is one. */
    public static Optional<KeyToken> parse(String text) {
        Matcher parts = FORM.matcher(text);
        return parts.matches()
                ? Optional.of(new KeyToken(new KeyId(parts.group(1)), parts.group(2)))
                : Optional.empty();
    }

    public KeyId id() {
        return id;
    }

    /** What is kept of it. */
    public KeyDigest digest() {
        return KeyDigest.of(secret);
    }

    /** The whole of it, to be shown once. */
    public String reveal() {
        return PREFIX + id + "_" + secret;
    }

    /** Hides the secret, so that no log line can leak it. */
    @Override
    public String toString() {
        return "KeyToken[" + id + ", hidden]";
    }

    private static String digits(RandomGenerator random, int bytes) {
        byte[] bits = new byte[bytes];
        random.nextBytes(bits);
        return HexFormat.of().formatHex(bits);
    }
}
