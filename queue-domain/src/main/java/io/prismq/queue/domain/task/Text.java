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
}
