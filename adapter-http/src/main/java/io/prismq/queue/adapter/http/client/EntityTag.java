package io.prismq.queue.adapter.http.client;

import io.prismq.queue.adapter.http.json.StrictJson;
import io.prismq.queue.adapter.http.task.TaskBody;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/**
 * A weak entity tag (RFC 9110, section 8.8.3): the same as long as nothing but the end of the lease has changed.
 *
 * @param value as the {@code ETag} header has it
 */
record EntityTag(String value) {
    private static final int BYTES = 16;

    static EntityTag of(TaskBody task, StrictJson json) {
        byte[] digest = digest(json.write(task.withoutLeaseTime()));
        String opaque = Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(digest, BYTES));
        return new EntityTag("W/\"" + opaque + "\"");
    }

    /** Whether the caller has this state already, by the header {@code If-None-Match}. */
    boolean isKnownTo(@Nullable String ifNoneMatch) {
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
