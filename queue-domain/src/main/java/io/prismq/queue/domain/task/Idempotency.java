package io.prismq.queue.domain.task;

/**
 * A caller's promise that two requests with one key mean one task.
 *
 * @param key 1 to 255 characters, no control characters; unique among the stored tasks
 * @param fingerprint a digest of the request that the key came with, taken before defaults: tells a repeated request
 *     from a different one under the same key
 */
public record Idempotency(String key, String fingerprint) {
    public static final int MAX_LENGTH = 255;

    public Idempotency {
        Text.requirePlain("an idempotency key", key, MAX_LENGTH);
    }

    /** Whether the other came with the same key and the same request. */
    public boolean repeats(Idempotency other) {
        return equals(other);
    }
}
