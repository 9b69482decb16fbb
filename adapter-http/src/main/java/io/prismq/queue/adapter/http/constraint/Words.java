package io.prismq.queue.adapter.http.constraint;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** The words by which the API names constants. */
public final class Words {
    private Words() {}

    /** The words of all the constants, in their order. */
    public static List<String> of(Class<? extends Enum<?>> type) {
        return Arrays.stream(type.getEnumConstants())
                .map(constant -> constant.name().toLowerCase(Locale.ROOT))
                .toList();
    }

    /** The constant that a word names which meets {@link WordOf}. */
    public static <E extends Enum<E>> E parse(Class<E> type, String word) {
        return Enum.valueOf(type, word.toUpperCase(Locale.ROOT));
    }
}
