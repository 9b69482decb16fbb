package io.prismq.queue.bootstrap.terminal;

import org.jline.utils.WCWidth;

/** Texts that others wrote, as a terminal can show them without doing what they say. */
public final class Texts {
    private static final String CUT = "...";

    private Texts() {}

    /**
     * The text on one line, with everything that is not to be seen but does something (control characters, marks that turn
     * the direction of writing) as an escape of JSON, such as {@code \n} or {@code \u001b}.
     */
    public static String printable(String text) {
        StringBuilder printable = new StringBuilder(text.length());
        text.codePoints().forEach(character -> append(printable, character));
        return printable.toString();
    }

    /** The same with the line breaks of the text, each line behind the indentation. */
    public static String printableLines(String text, String indentation) {
        return String.join(
                "\n" + indentation,
                text.lines().map(line -> printable(line.replace("\t", "    "))).toList());
    }

    /** JSON that means the same and has nothing in it that does something to a terminal. */
    public static String printableJson(String json) {
        StringBuilder printable = new StringBuilder(json.length());
        json.codePoints().forEach(character -> {
            if (character == '\n' || character == '\r' || character == '\t') {
                printable.append((char) character);
            } else {
                append(printable, character);
            }
        });
        return printable.toString();
    }

    /** As many columns of the text as there are, with dots where something is missing. */
    public static String cut(String text, int columns) {
        if (columns(text) <= columns) {
            return text;
        }
        StringBuilder cut = new StringBuilder();
        int left = columns - CUT.length();
        for (int index = 0; index < text.length(); index = text.offsetByCodePoints(index, 1)) {
            int character = text.codePointAt(index);
            left -= columns(character);
            if (left < 0) {
                break;
            }
            cut.appendCodePoint(character);
        }
        return cut + CUT;
    }

    /** How wide it is on a terminal: some characters take two columns, some none. */
    static int columns(String text) {
        return text.codePoints().map(Texts::columns).sum();
    }

    private static int columns(int character) {
        return Math.max(0, WCWidth.wcwidth(character));
    }

    private static void append(StringBuilder printable, int character) {
        switch (character) {
            case '\n' -> printable.append("\\n");
            case '\r' -> printable.append("\\r");
            case '\t' -> printable.append("\\t");
            default -> {
                if (doesSomething(character)) {
                    for (char unit : Character.toChars(character)) {
                        printable.append("\\u%04x".formatted((int) unit));
                    }
                } else {
                    printable.appendCodePoint(character);
                }
            }
        }
    }

    private static boolean doesSomething(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> true;
            default -> false;
        };
    }
}
