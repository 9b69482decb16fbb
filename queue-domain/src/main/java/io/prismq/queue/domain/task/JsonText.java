package io.prismq.queue.domain.task;

/** The bound that the two opaque JSON texts, payload and result, share. */
final class JsonText {
    static final int MAX_BYTES = 1 << 20;

    private JsonText() {}

    static void requireBounded(String name, String json) {
        if (json.isEmpty()) {
            throw new IllegalArgumentException("a " + name + " is a JSON text, not an empty string");
        }
        if (utf8Bytes(json) > MAX_BYTES) {
            throw new IllegalArgumentException("a " + name + " is at most 1 MiB of UTF-8");
        }
    }

    private static long utf8Bytes(String text) {
        if (text.length() * 3L <= MAX_BYTES) {
            return text.length();
        }
        return text.codePoints()
                .mapToLong(point -> point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x10000 ? 3 : 4)
                .sum();
    }
}
