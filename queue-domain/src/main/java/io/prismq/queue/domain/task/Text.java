package io.prismq.queue.domain.task;

/** Bounds of short texts that people choose. */
final class Text {
    private Text() {}

    static void requirePlain(String name, String text, int maxLength) {
        if (text.isEmpty() || text.length() > maxLength) {
            throw new IllegalArgumentException("%s is 1 to %d characters long".formatted(name, maxLength));
        }
        if (text.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException(name + " has no control characters");
        }
    }

    static String shortened(String text, int maxLength) {
        if (text.length() <= maxLength) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(maxLength - 1)) ? maxLength - 1 : maxLength;
        return text.substring(0, end);
    }

    /** The beginning of the text that has at most so many bytes in UTF-8, in whole characters. */
    static String shortenedToBytes(String text, int maxBytes) {
        long bytes = 0;
        int end = 0;
        while (end < text.length()) {
            int point = text.codePointAt(end);
            bytes += utf8Bytes(point);
            if (bytes > maxBytes) {
                return text.substring(0, end);
            }
            end += Character.charCount(point);
        }
        return text;
    }

    static long utf8Bytes(String text) {
        return text.codePoints().mapToLong(Text::utf8Bytes).sum();
    }

    private static int utf8Bytes(int point) {
        return point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x10000 ? 3 : 4;
    }
}
