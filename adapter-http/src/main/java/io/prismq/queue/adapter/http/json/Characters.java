package io.prismq.queue.adapter.http.json;

import tools.jackson.core.JsonParser;

/** Characters that JSON can write but that no text can hold faithfully everywhere. */
final class Characters {
    static final String LONE_SURROGATE = "must not contain half of a surrogate pair";

    private Characters() {}

    static void requireFit(JsonParser parser, String text) {
        if (text.indexOf('\0') >= 0) {
            throw new UnfitValueException(parser, "must not contain the NUL character");
        }
        if (text.codePoints().anyMatch(Characters::isLoneSurrogate)) {
            throw new UnfitValueException(parser, LONE_SURROGATE);
        }
    }

    private static boolean isLoneSurrogate(int codePoint) {
        return codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE;
    }
}
