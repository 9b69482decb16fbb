package io.prismq.queue.domain.access;

/**
 * Somebody who asks for something.
 *
 * @param name who that is, for audits: never a secret
 */
public record Actor(String name, Grant grant) {
    /** Whoever asks without a key where none is needed. */
    public static final Actor ANONYMOUS = new Actor("anonymous", Grant.ALL);

    public static Actor of(ApiKey key) {
        return new Actor(name(key.id()), key.grant());
    }

    /** What whoever has the key is called. */
    public static String name(KeyId key) {
        return "key " + key;
    }
}
