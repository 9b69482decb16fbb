package io.prismq.queue.adapter.http.dashboard.view;

/** Sets a JSON text in lines. Keys, strings and numbers stay as they were written. */
final class PrettyJson {
    private static final String INDENT = "  ";

    private final String json;
    private final int most;
    private final StringBuilder out = new StringBuilder();
    private int depth;
    private int at;

    private PrettyJson(String json, int most) {
        this.json = json;
        this.most = most;
    }

    /**
     * Sets it in lines.
     *
     * @param json well-formed
     * @param most how many characters the text has at most
     */
    static Excerpt of(String json, int most) {
        return new PrettyJson(json, most).set();
    }

    private Excerpt set() {
        while (at < json.length() && out.length() <= most) {
            step(json.charAt(at));
            at++;
        }
        return Excerpt.of(out.toString(), most);
    }

    private void step(char unit) {
        switch (unit) {
            case '"' -> string();
            case '{', '[' -> open(unit);
            case '}', ']' -> close(unit);
            case ',' -> line(unit);
            case ':' -> out.append(": ");
            case ' ', '\t', '\r', '\n' -> {}
            default -> out.append(unit);
        }
    }

    private void string() {
        int start = at++;
        while (at < json.length() && json.charAt(at) != '"') {
            at += json.charAt(at) == '\\' ? 2 : 1;
        }
        out.append(json, start, Math.min(at + 1, json.length()));
    }

    private void open(char bracket) {
        int next = at + 1;
        while (next < json.length() && Character.isWhitespace(json.charAt(next))) {
            next++;
        }
        out.append(bracket);
        if (next < json.length() && (json.charAt(next) == '}' || json.charAt(next) == ']')) {
            out.append(json.charAt(next));
            at = next;
            return;
        }
        depth++;
        indent();
    }

    private void close(char bracket) {
        depth--;
        indent();
        out.append(bracket);
    }

    private void line(char comma) {
        out.append(comma);
        indent();
    }

    private void indent() {
        out.append('\n').append(INDENT.repeat(Math.max(0, depth)));
    }
}
