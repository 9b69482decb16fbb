package io.prismq.queue.adapter.http.json;

/**
 * A JSON value that nobody reads: kept and written exactly as it came.
 *
 * @param text well-formed, at most {@value #MAX_DEPTH} levels deep, without NUL characters and lone surrogates
 */
public record RawJson(String text) {
    public static final int MAX_DEPTH = 500;

    public boolean isObject() {
        return text.startsWith("{");
    }
}
