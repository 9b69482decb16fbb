package io.prismq.queue.bootstrap;

import java.util.List;
import java.util.regex.Pattern;

/** A command line as a shell takes it apart, where it has no quotes but single ones. */
public final class ShellWords {
    private static final Pattern WORD = Pattern.compile("'([^']*)'|(\\S+)");

    private ShellWords() {}

    public static List<String> of(String line) {
        return WORD.matcher(line)
                .results()
                .map(word -> word.group(1) == null ? word.group(2) : word.group(1))
                .toList();
    }
}
