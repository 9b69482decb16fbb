package io.prismq.queue.bootstrap.docs;

import java.util.List;
import java.util.regex.Pattern;

/** The commands that a document shows in its console blocks, with what they print. */
final class Tour {
    private static final Pattern PROMPT = Pattern.compile("(?m)^\\$ ");

    /**
     * One command.
     *
     * @param command as it stands there, in as many lines
     * @param output without the end of its last line
     */
    record Step(String command, String output) {}

    private Tour() {}

    static List<Step> of(Document document) {
        return document.blocks("console").stream()
                .flatMap(PROMPT::splitAsStream)
                .filter(step -> !step.isBlank())
                .map(step -> step(step.strip()))
                .toList();
    }

    private static Step step(String text) {
        int end = text.indexOf('\n');
        while (end >= 0 && goesOn(text.substring(0, end))) {
            end = text.indexOf('\n', end + 1);
        }
        return end < 0 ? new Step(text, "") : new Step(text.substring(0, end), text.substring(end + 1));
    }

    /** As the shell has it: behind a backslash, and while a quote is open. */
    private static boolean goesOn(String command) {
        return command.endsWith("\\") || command.chars().filter(c -> c == '\'').count() % 2 == 1;
    }
}
