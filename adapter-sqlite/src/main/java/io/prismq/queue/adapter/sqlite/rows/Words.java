package io.prismq.queue.adapter.sqlite.rows;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toSet;

import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/** Sets of words without commas, as one text. */
final class Words {
    private Words() {}

    static <T> String join(Set<T> things, Function<T, String> word) {
        return things.stream().map(word).sorted().collect(joining(","));
    }

    static <T> Set<T> split(String text, Function<String, T> thing) {
        return Stream.of(text.split(","))
                .filter(word -> !word.isEmpty())
                .map(thing)
                .collect(toSet());
    }
}
