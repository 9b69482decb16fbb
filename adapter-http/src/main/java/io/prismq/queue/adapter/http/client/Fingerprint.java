package io.prismq.queue.adapter.http.client;

import io.prismq.queue.adapter.http.constraint.Times;
import io.prismq.queue.adapter.http.json.CanonicalJson;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A digest of what a request asks for, before defaults and without its idempotency key: equal for requests that differ
 * in white space, in the order of keys, in the spelling of numbers, in fields that are null or absent, or in the offset
 * that the same time is written with.
 *
 * <p>Stored with the task: a change of this form makes old keys look reused.
 */
final class Fingerprint {
    private Fingerprint() {}

    static String of(EnqueueRequest request) {
        return digest(CanonicalJson.object(members(request)));
    }

    private static Map<String, String> members(EnqueueRequest request) {
        Map<String, String> members = new TreeMap<>();
        members.put("type", CanonicalJson.quoted(request.type()));
        Optional.ofNullable(request.priority()).ifPresent(value -> members.put("priority", value.toString()));
        Optional.ofNullable(request.payload()).ifPresent(value -> members.put("payload", CanonicalJson.of(value)));
        Optional.ofNullable(request.compatibility())
                .ifPresent(value -> members.put("compatibility", CanonicalJson.of(value)));
        Optional.ofNullable(request.maxAttempts()).ifPresent(value -> members.put("max_attempts", value.toString()));
        Optional.ofNullable(request.runAfterUtc())
                .flatMap(Times::parse)
                .ifPresent(value -> members.put("run_after_utc", CanonicalJson.quoted(value.toString())));
        Optional.ofNullable(request.ttlSeconds()).ifPresent(value -> members.put("ttl_seconds", value.toString()));
        return members;
    }

    private static String digest(String canonical) {
        try {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(sha256.digest(canonical.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }
}
