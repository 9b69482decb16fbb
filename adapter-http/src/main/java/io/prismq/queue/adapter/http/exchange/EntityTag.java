package io.prismq.queue.adapter.http.exchange;

import io.prismq.queue.adapter.http.json.StrictJson;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/**
 * A weak entity tag (RFC 9110, section 8.8.3): the same as long as nothing that counts has changed.
 *
 * @param value as the {@code ETag} header has it
 */
public record EntityTag(String value) {
    private static final int BYTES = 16;

    /**
     * The tag of a state.
     *
     * @param counting a response record of all that counts as a change
     */
    public static EntityTag of(Record counting, StrictJson json) {
        byte[] digest = digest(json.write(counting));
        String opaque = Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(digest, BYTES));
        return new EntityTag("W/\"" + opaque + "\"");
    }

    /**
     * Answers with the body, or that the caller has it already.
     *
     * @param ifNoneMatch the header {@code If-None-Match} of the request
     */
    public Reply reply(Record body, @Nullable String ifNoneMatch) {
        Reply reply = isKnownTo(ifNoneMatch) ? Reply.empty(304) : Reply.ok(body);
        return reply.with("ETag", value).with("Cache-Control", "no-cache");
    }

    private boolean isKnownTo(@Nullable String ifNoneMatch) {
        return ifNoneMatch != null
                && Arrays.stream(ifNoneMatch.split(","))
                        .map(String::strip)
                        .anyMatch(tag -> tag.equals("*") || weak(tag).equals(value));
    }

    private static String weak(String tag) {
        return tag.startsWith("W/") ? tag : "W/" + tag;
    }

    private static byte[] digest(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }
}
