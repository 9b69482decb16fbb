package io.prismq.queue.adapter.http.dashboard.html;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * Tokens by which a form is known for one of ours. A browser gets a random name in a cookie, and each form the digest of
 * that name under a key that only this process has: nothing is kept, and whoever cannot read the page cannot make one.
 */
final class Tokens {
    private static final String DIGEST = "HmacSHA256";
    private static final int KEY_BYTES = 32;
    private static final int NAME_BYTES = 18;
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_-]{24}");

    private final SecureRandom random = new SecureRandom();
    private final SecretKeySpec key = new SecretKeySpec(random(KEY_BYTES), DIGEST);

    /** A name for a browser that has none. */
    String newBrowser() {
        return text(random(NAME_BYTES));
    }

    /** Whether a name can be one of ours. */
    static boolean isBrowser(@Nullable String name) {
        return name != null && NAME.matcher(name).matches();
    }

    String token(String browser) {
        try {
            Mac mac = Mac.getInstance(DIGEST);
            mac.init(key);
            return text(mac.doFinal(browser.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every Java platform has " + DIGEST, impossible);
        }
    }

    /** Takes as long for a token that is nearly right. */
    boolean fits(String token, String browser) {
        return MessageDigest.isEqual(
                token.getBytes(StandardCharsets.UTF_8), token(browser).getBytes(StandardCharsets.UTF_8));
    }

    private byte[] random(int length) {
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        return bytes;
    }

    private static String text(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
