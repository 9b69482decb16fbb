package io.prismq.queue.domain.task;

import java.nio.CharBuffer;
import java.util.OptionalInt;

/**
 * Reads a text by the grammar of JSON (<a href="https://www.rfc-editor.org/rfc/rfc8259">RFC 8259</a>), and keeps nothing
 * of it.
 */
final class JsonScanner {
    static final int MAX_DEPTH = 500;

    /** Stands nowhere in a JSON text. */
    private static final char END = 0;

    private static final String ESCAPED = "\"\\/bfnrt";
    private static final String HEX_DIGITS = "0123456789abcdefABCDEF";

    private final CharBuffer rest;

    private JsonScanner(String text) {
        this.rest = CharBuffer.wrap(text);
    }

    /**
     * Where a text stops being one JSON value, or goes deeper than {@value #MAX_DEPTH} levels.
     *
     * @return how many characters stand before it; empty for a text without a flaw
     */
    static OptionalInt flaw(String text) {
        JsonScanner scanner = new JsonScanner(text);
        boolean wellFormed = scanner.space() && scanner.value(0) && !scanner.rest.hasRemaining();
        return wellFormed ? OptionalInt.empty() : OptionalInt.of(scanner.rest.position());
    }

    /** With the space behind it. */
    private boolean value(int depth) {
        boolean wellFormed = switch (here()) {
            case '{' -> depth < MAX_DEPTH && object(depth + 1);
            case '[' -> depth < MAX_DEPTH && array(depth + 1);
            case '"' -> string();
            case 't' -> word("true");
            case 'f' -> word("false");
            case 'n' -> word("null");
            default -> number();
        };
        return wellFormed && space();
    }

    private boolean object(int depth) {
        skip();
        space();
        if (take('}')) {
            return true;
        }
        do {
            if (!(space() && string() && space() && take(':') && space() && value(depth))) {
                return false;
            }
        } while (take(','));
        return take('}');
    }

    private boolean array(int depth) {
        skip();
        space();
        if (take(']')) {
            return true;
        }
        do {
            if (!(space() && value(depth))) {
                return false;
            }
        } while (take(','));
        return take(']');
    }

    private boolean string() {
        if (!take('"')) {
            return false;
        }
        while (here() >= ' ' && here() != '"') {
            if (take('\\') ? !escape() : !skip()) {
                return false;
            }
        }
        return take('"');
    }

    private boolean escape() {
        if (!take('u')) {
            return takeOneOf(ESCAPED);
        }
        int end = rest.position() + 4;
        while (rest.position() < end && takeOneOf(HEX_DIGITS)) {
            // One of four.
        }
        return rest.position() == end;
    }

    private boolean number() {
        take('-');
        return (take('0') || digits()) && (!take('.') || digits()) && (!takeOneOf("eE") || exponent());
    }

    private boolean exponent() {
        takeOneOf("+-");
        return digits();
    }

    private boolean digits() {
        int from = rest.position();
        while (here() >= '0' && here() <= '9') {
            skip();
        }
        return rest.position() > from;
    }

    private boolean word(String word) {
        return word.chars().allMatch(character -> take((char) character));
    }

    private boolean space() {
        while (here() == ' ' || here() == '\n' || here() == '\r' || here() == '\t') {
            skip();
        }
        return true;
    }

    private boolean take(char wanted) {
        return here() == wanted && skip();
    }

    private boolean takeOneOf(String wanted) {
        return wanted.indexOf(here()) >= 0 && skip();
    }

    private boolean skip() {
        rest.get();
        return true;
    }

    private char here() {
        return rest.hasRemaining() ? rest.charAt(0) : END;
    }
}
