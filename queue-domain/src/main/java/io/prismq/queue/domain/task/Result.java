package io.prismq.queue.domain.task;

import java.util.OptionalInt;

/**
 * What a completed task produced: any JSON text, kept verbatim.
 *
 * @param json at most {@value #MAX_BYTES} bytes of UTF-8; that it has no {@link #flaw()} is the caller's promise
 */
public record Result(String json) {
    public static final int MAX_BYTES = JsonText.MAX_BYTES;

    /**
     * A result within its bound.
     *
     * @throws ResultTooLargeException if it is beyond it
     */
    public Result {
        JsonText.requireText("result", json);
        if (JsonText.isLonger(json, MAX_BYTES)) {
            throw new ResultTooLargeException();
        }
    }

    /**
     * Where the text stops being one JSON value of at most {@value JsonScanner#MAX_DEPTH} levels. Reads the whole text.
     *
     * @return how many characters stand before the flaw; empty for a text that a reader can make something of
     */
    public OptionalInt flaw() {
        return JsonScanner.flaw(json);
    }
}
