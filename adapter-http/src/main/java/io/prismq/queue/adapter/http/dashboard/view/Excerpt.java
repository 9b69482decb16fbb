package io.prismq.queue.adapter.http.dashboard.view;

import org.jspecify.annotations.Nullable;

/**
 * A text as far as it is shown.
 *
 * @param cut whether there is more of it
 */
public record Excerpt(String text, boolean cut) {
    /** The beginning of a text, at most so many characters of it, and no half of a surrogate pair. */
    public static Excerpt of(String text, int most) {
        if (text.length() <= most) {
            return new Excerpt(text, false);
        }
        return new Excerpt(text.substring(0, Character.isHighSurrogate(text.charAt(most - 1)) ? most - 1 : most), true);
    }

    /** Null where there is no text. */
    public static @Nullable Excerpt orNull(@Nullable String text, int most) {
        return text == null ? null : of(text, most);
    }
}
