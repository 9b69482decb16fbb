package io.prismq.queue.domain.task;

/** The bounds of opaque JSON texts. */
final class JsonText {
    /** The bound that payload and result share. */
    static final int MAX_BYTES = 1 << 20;

    private static final int MAX_BYTES_PER_CHAR = 3;

    private JsonText() {}

    static void requireBounded(String name, String json) {
        requireBounded(name, json, MAX_BYTES);
    }

    static void requireBounded(String name, String json, int maxBytes) {
        requireText(name, json);
        if (isLonger(json, maxBytes)) {
            throw new IllegalArgumentException("a %s has at most %d bytes of UTF-8".formatted(name, maxBytes));
        }
    }

    static void requireText(String name, String json) {
        if (json.isEmpty()) {
            throw new IllegalArgumentException("a " + name + " is a JSON text, not an empty string");
        }
    }

    static boolean isLonger(String json, int maxBytes) {
        return (long) json.length() * MAX_BYTES_PER_CHAR > maxBytes && Text.utf8Bytes(json) > maxBytes;
    }
}
