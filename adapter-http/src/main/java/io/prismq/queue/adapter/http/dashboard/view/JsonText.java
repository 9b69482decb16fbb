package io.prismq.queue.adapter.http.dashboard.view;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * A JSON value as people read it.
 *
 * @param text in lines, indented
 * @param cut whether there is more of it
 * @param size of the whole as it is stored
 */
public record JsonText(String text, boolean cut, String size) {
    private static final int MOST_CHARACTERS = 64 << 10;

    public static JsonText of(String json) {
        return of(json, MOST_CHARACTERS);
    }

    /** Shows at most so many characters. */
    public static JsonText of(String json, int most) {
        Excerpt pretty = PrettyJson.of(json, most);
        return new JsonText(pretty.text(), pretty.cut(), Amount.bytes(json.getBytes(StandardCharsets.UTF_8).length));
    }

    /** Null where there is no value. */
    public static @Nullable JsonText orNull(@Nullable String json) {
        return json == null ? null : of(json);
    }
}
